package vn.dancu.bus.document.signature;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeStage;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.probe.TlsMaterial;

/** The OCSP responder of the settings, asked about a trusted authority's own certificate (RFC 6960). */
record ResponderConnection(@Nullable URI responder, List<X509Certificate> trusted) implements ConnectionSource {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;

    @Override
    public List<TestedConnection> connections() {
        return responder == null
                ? List.of()
                : List.of(TestedConnection.http(
                        "ocsp",
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
            HttpResponse<byte[]> answer = HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofByteArray());
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
        OCSPReqBuilder question = new OCSPReqBuilder();
        try {
            for (X509Certificate one : trusted.subList(0, Math.min(1, trusted.size()))) {
                question.addRequest(new CertificateID(
                        new BcDigestCalculatorProvider().get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                        new JcaX509CertificateHolder(one),
                        one.getSerialNumber()));
            }
            return question.build().getEncoded();
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("A question about a certificate that was read can be written", e);
        }
    }
}
