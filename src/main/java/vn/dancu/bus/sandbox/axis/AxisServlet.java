package vn.dancu.bus.sandbox.axis;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.SandboxAxisSettings;
import vn.dancu.bus.sandbox.fault.FaultPlan;
import vn.dancu.bus.sandbox.fault.FaultPlayer;
import vn.dancu.bus.sandbox.fault.MockAnswer;

/** The REST interface of the axis: proves the caller, plays the fault of this call, and answers. */
final class AxisServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient SandboxAxisSettings settings;
    private final transient VxpVerbs verbs;
    private final transient FaultPlan faults;

    AxisServlet(SandboxAxisSettings settings, VxpVerbs verbs, FaultPlan faults) {
        this.settings = settings;
        this.verbs = verbs;
        this.faults = faults;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        String verb = path.substring(path.lastIndexOf('/') + 1);
        FaultPlayer player = new FaultPlayer(faults.next(verb).orElse(null));
        if (player.playsBefore(request, response, AxisServlet::failure)) {
            return;
        }
        MockAnswer answer = answer(verb, request, player);
        if (answer == null) {
            FaultPlayer.notFound(response);
        } else {
            player.answer(answer, response);
        }
    }

    private @Nullable MockAnswer answer(String verb, HttpServletRequest request, FaultPlayer player)
            throws IOException {
        try {
            SignedParameters call = SignedParameters.of(request::getHeader, settings);
            return verbs.answer(verb, call, request.getInputStream(), player);
        } catch (AxisRefusal refusal) {
            return AxisAnswer.fail(refusal.code(), refusal.description());
        }
    }

    private static MockAnswer failure(@Nullable String code) {
        return code == null ? AxisAnswer.ok() : AxisAnswer.fail(code, "A fault that was asked for");
    }
}
