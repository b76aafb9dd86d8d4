package dev.skyline.api.problem;

import jakarta.servlet.http.HttpServletRequest;

/** Which requests are for the API, and so get problem details and no pages. */
public final class ApiPaths {

    private ApiPaths() {}

    public static boolean isApi(HttpServletRequest request) {
        return isApi(request.getRequestURI(), request.getContextPath());
    }

    /** @param uri path of a request as it was sent */
    public static boolean isApi(String uri, String contextPath) {
        String path = uri.startsWith(contextPath) ? uri.substring(contextPath.length()) : uri;
        return path.equals("/api") || path.startsWith("/api/");
    }
}
