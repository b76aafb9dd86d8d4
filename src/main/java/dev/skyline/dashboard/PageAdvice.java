package dev.skyline.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

import java.security.Principal;
import java.util.Map;

/** What all pages share: whether somebody is signed in, and how they refuse an address. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageAdvice {

    @ModelAttribute("signedIn")
    boolean signedIn(Principal principal) {
        return principal != null;
    }

    /** A template that met such a parameter would leave half a page. */
    @ModelAttribute
    void requireReadable(HttpServletRequest request) {
        request.getParameterMap();
    }

    @ExceptionHandler
    ModelAndView notFound(PageNotFound missing) {
        return refusal(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    @ExceptionHandler
    ModelAndView undecodable(InvalidParameterException unreadable) {
        return refusal(
                HttpStatus.BAD_REQUEST,
                "Its parameters cannot be read; they must be percent-encoded UTF-8 without control characters.");
    }

    private static ModelAndView refusal(HttpStatus status, String explanation) {
        return new ModelAndView("error", Map.of("status", status.value(), "explanation", explanation), status);
    }
}
