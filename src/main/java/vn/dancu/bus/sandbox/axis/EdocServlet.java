package vn.dancu.bus.sandbox.axis;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.fault.FaultPlan;
import vn.dancu.bus.sandbox.fault.FaultPlayer;
import vn.dancu.bus.sandbox.fault.MockAnswer;

/** The older operations over SOAP with attachments; the operation is the bare SOAPAction. */
final class EdocServlet extends HttpServlet {

    static final String PATH = "/edoc";

    private static final long serialVersionUID = 1L;

    private final transient EdocVerbs verbs;
    private final transient FaultPlan faults;

    EdocServlet(EdocVerbs verbs, FaultPlan faults) {
        this.verbs = verbs;
        this.faults = faults;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String operation = String.valueOf(request.getHeader("SOAPAction")).replace("\"", "");
        FaultPlayer player = new FaultPlayer(faults.next(operation).orElse(null));
        if (player.playsBefore(request, response, EdocServlet::fail)) {
            return;
        }
        SoapParts answer = answer(operation, request);
        player.answer(MockAnswer.of(SoapParts.CONTENT_TYPE, answer::write), response);
    }

    private SoapParts answer(String operation, HttpServletRequest request) throws IOException {
        try {
            return verbs.answer(operation, SoapParts.read(request.getInputStream(), request.getContentType()));
        } catch (AxisRefusal refusal) {
            return SoapParts.of(MockEnvelope.report("M." + operation));
        }
    }

    private static MockAnswer fail(@Nullable String code) {
        return MockAnswer.of(
                SoapParts.CONTENT_TYPE,
                SoapParts.of(code == null ? MockEnvelope.empty() : MockEnvelope.report(code))::write);
    }
}
