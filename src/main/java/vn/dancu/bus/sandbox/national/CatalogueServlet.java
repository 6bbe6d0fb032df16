package vn.dancu.bus.sandbox.national;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.fault.FaultPlan;
import vn.dancu.bus.sandbox.fault.FaultPlayer;
import vn.dancu.bus.sandbox.fault.MockAnswer;

/** {@code GET /dmdc/…}: the shared catalogues of the platform, for the bearer of a token. */
final class CatalogueServlet extends HttpServlet {

    static final String PATH = "/dmdc/*";

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient NationalCatalogues catalogues;
    private final transient NationalWire platform;
    private final transient NationalSignIn signIn;
    private final transient FaultPlan faults;
    private final transient NationalJournal journal;

    /** @param platform the form of the platform, whose token is wanted here as well */
    CatalogueServlet(
            NationalCatalogues catalogues,
            NationalWire platform,
            NationalSignIn signIn,
            FaultPlan faults,
            NationalJournal journal) {
        this.catalogues = catalogues;
        this.platform = platform;
        this.signIn = signIn;
        this.faults = faults;
        this.journal = journal;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<?> rows = rows(String.valueOf(request.getPathInfo()));
        if (rows == null) {
            FaultPlayer.notFound(response);
            return;
        }
        NationalCall call = NationalCall.of("catalogue", request, faults, journal);
        call.run(response, QuestionServlet.words(platform), () -> answer(rows, request, call));
    }

    private MockAnswer answer(List<?> rows, HttpServletRequest request, NationalCall call) throws IOException {
        return signIn.accepts(platform.dialect(), request, new byte[0], call.ahead())
                ? MockAnswer.of(200, NationalWire.JSON_TYPE, JSON.writeValueAsBytes(rows))
                : GatewayFault.json(GatewayFault.EXPIRED);
    }

    private @Nullable List<?> rows(String path) {
        if (path.equals("/AllCategory") || path.equals("/1.0/AllCategory")) {
            return catalogues.all();
        }
        String code = path.substring(path.lastIndexOf('/') + 1);
        Optional<List<Map<String, String>>> rows = Optional.empty();
        if (path.equals("/Metadata/" + code)) {
            rows = catalogues.metadata(code);
        } else if (path.equals("/Category/" + code)) {
            rows = catalogues.records(code);
        }
        return rows.orElse(null);
    }
}
