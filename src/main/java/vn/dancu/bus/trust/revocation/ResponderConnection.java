package vn.dancu.bus.trust.revocation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.http.client.BoundedCall;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeStage;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.probe.TlsMaterial;

/**
 * The OCSP responder of the settings, asked about a trusted authority's own certificate (RFC 6960).
 *
 * @param name of the connection
 * @param responder null where none is set
 */
public record ResponderConnection(String name, @Nullable URI responder, List<X509Certificate> trusted)
        implements ConnectionSource {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;

    @Override
    public List<TestedConnection> connections() {
        return responder == null
                ? List.of()
                : List.of(TestedConnection.http(
                        name,
                        TestedConnection.Kind.REVOCATION,
                        responder,
                        TlsMaterial::ofMachine,
                        steps -> steps.run(ProbeStage.ANSWER, () -> ask(responder))));
    }

    private String ask(URI address) throws ProbeFailure {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/ocsp-request")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(question()))
                    .build();
            HttpResponse<byte[]> answer = BoundedCall.send(
                    HttpClient.newBuilder().connectTimeout(TIMEOUT).build(), request, TIMEOUT, OcspAnswers.MAX_BYTES);
            if (answer.statusCode() != OK) {
                throw ProbeFailure.ofStatus(answer.statusCode());
            }
            return "OCSP " + new OCSPResp(answer.body()).getStatus();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProbeFailure(ProbeFault.ANSWER_SILENT, "", e);
        } catch (IOException e) {
            throw ProbeFailure.of(e, ProbeFault.ANSWER_UNREADABLE);
        }
    }

    private byte[] question() throws IOException {
        return OcspAnswers.question(
                trusted.stream().limit(1).map(one -> OcspAnswers.id(one, one)).toList());
    }
}
