package vn.dancu.bus.sandbox.national;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.fault.FaultPlan;
import vn.dancu.bus.sandbox.fault.MockAnswer;
import vn.dancu.bus.sandbox.national.NationalSignIn.Pair;

/** {@code POST /token}: an access token for client credentials, given in Basic or in the header of a province hub. */
final class TokenServlet extends HttpServlet {

    static final String PATH = "/token";

    private static final long serialVersionUID = 1L;
    private static final int UNAUTHORIZED = 401;
    private static final int BAD_REQUEST = 400;

    private final transient NationalTokens tokens;
    private final transient NationalSignIn signIn;
    private final transient FaultPlan faults;
    private final transient NationalJournal journal;

    TokenServlet(NationalTokens tokens, NationalSignIn signIn, FaultPlan faults, NationalJournal journal) {
        this.tokens = tokens;
        this.signIn = signIn;
        this.faults = faults;
        this.journal = journal;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        NationalCall call = NationalCall.of("token", request, faults, journal);
        call.run(response, new Words(), () -> answer(request, call));
    }

    private MockAnswer answer(HttpServletRequest request, NationalCall call) throws IOException {
        Pair lgsp = NationalSignIn.ofLgspHeader(request.getHeader("lgspaccesstoken"));
        Pair pair = lgsp == null ? Pair.of(request) : lgsp;
        if (pair == null || !signIn.accepts(pair)) {
            return GatewayFault.token(UNAUTHORIZED, "invalid_client", "Client Authentication failed.");
        }
        call.note("account", pair.name());
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!body.contains("client_credentials")) {
            return GatewayFault.token(BAD_REQUEST, "unsupported_grant_type", "Unsupported grant_type value");
        }
        return MockAnswer.of(
                200,
                NationalWire.JSON_TYPE,
                "{\"access_token\":\"" + tokens.give(pair.name())
                        + "\",\"scope\":\"am_application_scope default\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + tokens.life().toSeconds() + "}");
    }

    private static final class Words implements NationalCall.Words {

        @Override
        public MockAnswer failure(@Nullable String code) {
            return code == null ? MockAnswer.of(200, NationalWire.JSON_TYPE, "{}") : fault(500, code);
        }

        @Override
        public MockAnswer fault(int status, String code) {
            return GatewayFault.token(status, code, null);
        }
    }
}
