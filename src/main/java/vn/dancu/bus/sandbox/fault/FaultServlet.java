package vn.dancu.bus.sandbox.fault;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /faults}: GET shows the plan and what was played, PUT or POST sets it, DELETE ends it. */
public final class FaultServlet extends HttpServlet {

    public static final String PATH = "/faults";

    private static final long serialVersionUID = 1L;

    private final transient FaultPlan faults;

    public FaultServlet(FaultPlan faults) {
        this.faults = faults;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(faults.shown());
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            faults.replace(request.getInputStream());
        } catch (IOException | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        doGet(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doPut(request, response);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        faults.clear();
        doGet(request, response);
    }
}
