package vn.dancu.bus.gateway.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.dancu.bus.gateway.StatusRefusals;
import vn.dancu.bus.gateway.WebRefusals;

/** Where the container sends what was refused by a bare status. */
@Controller
class WebErrorController implements ErrorController {

    private final WebRefusals refusals;

    WebErrorController(WebRefusals refusals) {
        this.refusals = refusals;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            // The container would have this behind the part of an answer that has left; it cuts the line in a moment.
            return;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        refusals.write(request, response, StatusRefusals.of(status instanceof Integer code ? code : 404));
    }
}
