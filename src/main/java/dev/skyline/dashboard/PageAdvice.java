package dev.skyline.dashboard;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

import java.security.Principal;
import java.util.Map;

/** What all pages share: whether somebody is signed in, and how they say that something is not there. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageAdvice {

    @ModelAttribute("signedIn")
    boolean signedIn(Principal principal) {
        return principal != null;
    }

    @ExceptionHandler
    ModelAndView notFound(PageNotFound missing) {
        HttpStatus status = HttpStatus.NOT_FOUND;
        return new ModelAndView("error", Map.of("status", status.value(), "explanation", missing.getMessage()), status);
    }
}
