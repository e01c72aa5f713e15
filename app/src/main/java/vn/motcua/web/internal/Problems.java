package vn.motcua.web.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.kernel.ProblemCode;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.UploadPages;
import vn.motcua.web.ProblemView;

/// Every problem's answer: a page in the reader's language, or RFC 9457 for machines. A bug
/// shows a reference number, never its message.
@Controller
@ControllerAdvice
class Problems implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AntPathMatcher PATHS = new AntPathMatcher();

    private final MessageSource messages;
    private final PageModel pages;
    private final List<UploadPages> uploads;

    Problems(MessageSource messages, PageModel pages, List<UploadPages> uploads) {
        this.messages = messages;
        this.pages = pages;
        this.uploads = uploads;
    }

    @ExceptionHandler(ProblemException.class)
    Object problem(
            ProblemException problem, HttpServletRequest request, HttpServletResponse response) {
        return answer(
                request,
                response,
                problem.problem().status(),
                "problem." + problem.problem().code(),
                problem.arguments(),
                null);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooBig(HttpServletRequest request, HttpServletResponse response) {
        return tooBigFor(request)
                .<Object>map(page -> new ModelAndView("redirect:" + page))
                .orElseGet(
                        () ->
                                answer(
                                        request,
                                        response,
                                        413,
                                        "web.problem.too-big",
                                        List.of(),
                                        null));
    }

    /// The page it was sent from, which tells it better; empty when there is none.
    private Optional<String> tooBigFor(HttpServletRequest request) {
        var path = path(request);
        return uploads.stream()
                .flatMap(room -> room.uploadPages().stream())
                .filter(pattern -> PATHS.match(pattern, path))
                .findFirst()
                .map(pattern -> path + "?" + UploadPages.TOO_BIG + "=1");
    }

    /// What was sent cannot be read as what it should be: the sender's mistake, not ours.
    @ExceptionHandler({
        TypeMismatchException.class,
        HttpMessageNotReadableException.class,
        MultipartException.class
    })
    Object unreadable(HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, 400, key(400), List.of(), null);
    }

    /// What Spring MVC itself refuses (no such path, wrong method, missing parameter), and bugs.
    @ExceptionHandler(Exception.class)
    Object other(Exception problem, HttpServletRequest request, HttpServletResponse response) {
        int status = problem instanceof ErrorResponse known ? known.getStatusCode().value() : 500;
        return other(status, problem, request, response);
    }

    private Object other(
            int status,
            @Nullable Throwable cause,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (status == 413 && tooBigFor(request).isPresent()) return tooBig(request, response);
        if (status < 500) return answer(request, response, status, key(status), List.of(), null);
        var reference = Long.toString(RANDOM.nextLong() >>> 24, 36).toUpperCase(Locale.ROOT);
        LOG.error(
                "reference {} at {} {}",
                reference,
                request.getMethod(),
                pattern(request),
                QuietTrace.of(cause));
        return answer(request, response, 500, "web.problem.broken", List.of(), reference);
    }

    /// Where the container sends what never reached a controller.
    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ProblemCode.class.getName()) instanceof ProblemCode known)
            return answer(
                    request, response, known.status(), "problem." + known.code(), List.of(), null);
        var status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : 404;
        var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return other(status, cause, request, response);
    }

    private static String key(int status) {
        return switch (status) {
            case 404, 403 -> "web.problem.not-found";
            case 405, 415 -> "web.problem.method";
            case 413 -> "web.problem.too-big";
            default -> "web.problem.bad-request";
        };
    }

    private Object answer(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String key,
            List<Object> arguments,
            @Nullable String reference) {
        var locale = LocaleContextHolder.getLocale();
        var values = arguments.toArray();
        var title = messages.getMessage(key + ".title", values, locale);
        var detail = messages.getMessage(key + ".detail", values, locale);
        response.setHeader("Cache-Control", "no-store");
        if (machine(request)) return json(status, key, title, detail, reference);
        boolean desk = path(request).startsWith("/desk");
        var view = new ModelAndView("web/problem");
        view.setStatus(HttpStatus.valueOf(status));
        view.addObject(
                "it",
                new ProblemView(
                        title,
                        detail,
                        reference,
                        desk ? "/desk" : "/",
                        messages.getMessage(
                                desk ? "web.problem.desk" : "web.problem.home", null, locale)));
        view.addObject("page", pages.page(request));
        return view;
    }

    private static ResponseEntity<Map<String, Object>> json(
            int status, String key, String title, String detail, @Nullable String reference) {
        var body = new TreeMap<String, Object>();
        body.put("type", "urn:motcua:problem:" + key.replaceFirst("^(web\\.)?problem\\.", ""));
        body.put("title", title);
        body.put("detail", detail);
        body.put("status", status);
        if (reference != null) body.put("instance", "urn:motcua:reference:" + reference);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static boolean machine(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String before
                ? before
                : request.getRequestURI();
    }

    /// The route, never the address itself, which could hold a code.
    private static Object pattern(HttpServletRequest request) {
        var pattern =
                request.getAttribute(
                        "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
        return pattern == null ? "-" : pattern;
    }
}
