package vn.dancu.bus.desk.console.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.Refusal;

/**
 * Refusals as people read them: a form that was refused comes back with what was entered and the reason, anything else is a
 * page with the code.
 */
@ControllerAdvice(basePackages = "vn.dancu.bus.desk.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageRefusals {

    private static final Logger LOGGER = LoggerFactory.getLogger(PageRefusals.class);
    private static final int MAX_ENTERED = 4000;

    /** A citizen's number and secrets are typed again. */
    private static final Set<String> NEVER_KEPT = Set.of("_csrf", "_page", "person", "secret", "password");

    private final PageModel model;

    PageRefusals(PageModel model) {
        this.model = model;
    }

    @ExceptionHandler(BusException.class)
    ModelAndView refused(BusException e, HttpServletRequest request, RedirectAttributes next) {
        return answer(e.refusal(), request, next);
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    ModelAndView missing(
            MissingServletRequestParameterException e, HttpServletRequest request, RedirectAttributes next) {
        return answer(Refusal.of(ErrorCode.FIELD_MISSING, e.getParameterName(), "present"), request, next);
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ModelAndView method(HttpServletRequest request) {
        return page(Refusal.of(ErrorCode.METHOD_NOT_ALLOWED), request);
    }

    /** The browser closed the connection: nobody reads an answer. */
    @ExceptionHandler(ClientAbortException.class)
    void gone() {}

    @ExceptionHandler(Exception.class)
    ModelAndView failure(Exception e, HttpServletRequest request) {
        Refusal refusal = Refusal.of(ErrorCode.INTERNAL_ERROR);
        LOGGER.atError()
                .setMessage("A page of the console failed")
                .addKeyValue(LogKeys.OCCURRENCE, refusal.occurrence())
                .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                .log();
        return page(refusal, request);
    }

    private ModelAndView answer(Refusal refusal, HttpServletRequest request, RedirectAttributes next) {
        String page = request.getParameter("_page");
        if (!request.getMethod().equals("POST") || page == null) {
            return page(refusal, request);
        }
        next.addFlashAttribute(PageModel.PROBLEM, problem(refusal));
        next.addFlashAttribute("entered", entered(request));
        return new ModelAndView("redirect:" + ReturnAddress.of(page));
    }

    private ModelAndView page(Refusal refusal, HttpServletRequest request) {
        Map<String, Object> values = new HashMap<>(model.values(request));
        values.putAll(problem(refusal));
        return new ModelAndView(
                "desk/shell/refusal", values, HttpStatus.valueOf(refusal.code().httpStatus()));
    }

    private static Map<String, String> problem(Refusal refusal) {
        Map<String, String> problem = new LinkedHashMap<>();
        problem.put("code", refusal.code().code());
        problem.put("field", refusal.field() == null ? "" : refusal.field());
        problem.put("rule", refusal.rule() == null ? "" : refusal.rule());
        problem.put("occurrence", refusal.occurrence().toString());
        return problem;
    }

    private static Map<String, String> entered(HttpServletRequest request) {
        Map<String, String> entered = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NEVER_KEPT.contains(name) && values[0].length() <= MAX_ENTERED) {
                entered.put(name, String.join("\n", values));
            }
        });
        return entered;
    }
}
