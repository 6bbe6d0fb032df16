package vn.dancu.bus.sandbox.national;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.sandbox.fault.FaultPlan;
import vn.dancu.bus.sandbox.fault.FaultPlayer;
import vn.dancu.bus.sandbox.fault.MockAnswer;

/** {@code POST /population/<pack>}, and the adapter's form of the same: a question in the form of that dialect pack. */
final class QuestionServlet extends HttpServlet {

    static final String PATH = "/population/*";
    static final String ADAPTER_PATH = "/XrdAdapter/RestService/forward/*";
    static final String VERB = "question";

    private static final long serialVersionUID = 1L;
    private static final String ADAPTER_PACK = "vdxp";
    private static final int BAD_REQUEST = 400;

    private final transient Map<String, NationalWire> wires;
    private final transient PopulationService service;
    private final transient NationalSignIn signIn;
    private final transient FaultPlan faults;
    private final transient NationalJournal journal;

    QuestionServlet(
            Map<String, NationalWire> wires,
            PopulationService service,
            NationalSignIn signIn,
            FaultPlan faults,
            NationalJournal journal) {
        this.wires = wires;
        this.service = service;
        this.signIn = signIn;
        this.faults = faults;
        this.journal = journal;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean adapter = request.getServletPath().startsWith("/XrdAdapter");
        NationalWire wire = adapter ? wires.get(ADAPTER_PACK) : wires.get(pack(request));
        if (wire == null) {
            FaultPlayer.notFound(response);
            return;
        }
        NationalCall call = NationalCall.of(VERB, request, faults, journal);
        call.note("pack", wire.dialect().name());
        call.note("client", request.getHeader("X-Road-Client"));
        call.run(response, words(wire), () -> answer(wire, adapter, request, call));
    }

    private MockAnswer answer(NationalWire wire, boolean adapter, HttpServletRequest request, NationalCall call)
            throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        if (!signIn.accepts(wire.dialect(), request, body, call.ahead())) {
            return GatewayFault.json(GatewayFault.EXPIRED);
        }
        if (adapter && !isForwarded(request)) {
            return wire.fault(BAD_REQUEST, "client.missing_header");
        }
        try {
            return wire.answer(service.answer(wire.read(body), call));
        } catch (BusException e) {
            return wire.refused(e.refusal());
        }
    }

    /** To whom the security server forwards stands in the query, and who asks in a header. */
    private static boolean isForwarded(HttpServletRequest request) {
        return request.getParameter("dstcode") != null && request.getHeader("X-Road-Client") != null;
    }

    private static String pack(HttpServletRequest request) {
        String path = String.valueOf(request.getPathInfo());
        return path.substring(1).split("/", 2)[0];
    }

    static NationalCall.Words words(NationalWire wire) {
        return new NationalCall.Words() {
            @Override
            public MockAnswer failure(@Nullable String code) {
                return code == null ? wire.empty() : wire.fault(500, code);
            }

            @Override
            public MockAnswer fault(int status, String code) {
                return wire.fault(status, code);
            }
        };
    }
}
