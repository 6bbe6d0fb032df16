package vn.dancu.bus.citizen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import vn.dancu.bus.citizen.AccountSettings;
import vn.dancu.bus.fixtures.CitizenIssuer;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeRun;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.trust.TlsContextsTest;

/** The connection test of an issuer reads its keys as the bus does. */
class IssuerConnectionsTest {

    private static final CitizenIssuer ISSUER = new CitizenIssuer("tested");

    @Test
    void readsTheKeysAtAnAddressAndLeavesFilesOut() throws IOException, ProbeFailure {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(server, "/jwks", new JWKSet(ISSUER.key()).toString());
        answer(server, "/page", "<html>");
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            TestedConnection right = connection(URI.create(base + "/jwks"));
            TestedConnection wrong = connection(URI.create(base + "/page"));

            right.exchange().hold(new ProbeRun());
            ProbeFailure failure = catchThrowableOfType(
                    ProbeFailure.class, () -> wrong.exchange().hold(new ProbeRun()));

            assertThat(right.name()).isEqualTo("citizen-issuer-one");
            assertThat(failure.fault()).isEqualTo(ProbeFault.ANSWER_UNREADABLE);
        } finally {
            server.stop(0);
        }
    }

    private static TestedConnection connection(URI jwks) {
        Map<String, AccountSettings.Issuer> issuers = Map.of(
                "one", TokenAttacksTest.settings("https://one.example.vn", jwks),
                "file", TokenAttacksTest.settings(ISSUER));
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        return new IssuerConnections(
                        new AccountSettings(issuers, 1, Map.of(), 60),
                        new IssuerTrust(bundles, TlsContextsTest.contexts(bundles)))
                .connections()
                .get(0);
    }

    private static void answer(HttpServer server, String path, String text) {
        server.createContext(path, exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
