package vn.dancu.bus.trust.revocation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.http.client.BoundedCall;

/**
 * Answers of the one OCSP responder of the settings (RFC 6960), each kept until its next update. They are bytes that nobody has verified:
 * whoever verifies one and finds it wrong forgets it here. A responder that is silent is left alone for a moment, so that it holds up one
 * caller and not all.
 */
final class OcspAnswers {

    private static final int OK = 200;
    /** An answer about one certificate has some kilobytes. */
    static final int MAX_BYTES = 256 * 1024;

    private static final int MAX_KEPT = 10_000;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final URI responder;
    private final Duration timeout;
    private final Clock clock;
    private final HttpClient http;
    private final Cache<CertificateID, Kept> kept =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build();
    private final AtomicReference<Instant> silentUntil = new AtomicReference<>(Instant.MIN);

    OcspAnswers(URI responder, Duration timeout, Clock clock) {
        this.responder = responder;
        this.timeout = timeout;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    private record Kept(byte[] answer, Instant until) {}

    /** The answer about that certificate; null where the responder gives none. */
    byte @Nullable [] about(X509Certificate one, X509Certificate issuer) {
        CertificateID id = id(one, issuer);
        Instant now = clock.instant();
        Kept known = kept.getIfPresent(id);
        if (known != null && now.isBefore(known.until())) {
            return known.answer();
        }
        if (now.isBefore(silentUntil.get())) {
            return null;
        }
        try {
            byte[] answer = ask(id);
            Instant until = nextUpdate(answer);
            if (until != null && now.isBefore(until)) {
                kept.put(id, new Kept(answer, until));
            }
            return answer;
        } catch (IOException e) {
            silentUntil.set(now.plus(SILENCE));
            return null;
        }
    }

    /** What was kept about that certificate does not hold. */
    void forget(X509Certificate one, X509Certificate issuer) {
        kept.invalidate(id(one, issuer));
    }

    private byte[] ask(CertificateID id) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(responder)
                .timeout(timeout)
                .header("Content-Type", "application/ocsp-request")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question(List.of(id))))
                .build();
        try {
            HttpResponse<byte[]> answer = BoundedCall.send(http, request, timeout, MAX_BYTES);
            if (answer.statusCode() != OK) {
                throw new IOException("The responder answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** The earliest next update in the answer; null where it names none or is no answer. */
    private static @Nullable Instant nextUpdate(byte[] answer) {
        try {
            if (!(new OCSPResp(answer).getResponseObject() instanceof BasicOCSPResp basic)) {
                return null;
            }
            Instant earliest = null;
            for (SingleResp single : basic.getResponses()) {
                if (single.getNextUpdate() == null) {
                    return null;
                }
                Instant next = single.getNextUpdate().toInstant();
                earliest = earliest == null || next.isBefore(earliest) ? next : earliest;
            }
            return earliest;
        } catch (IOException | OCSPException e) {
            return null;
        }
    }

    static byte[] question(List<CertificateID> ids) throws IOException {
        OCSPReqBuilder question = new OCSPReqBuilder();
        ids.forEach(question::addRequest);
        try {
            return question.build().getEncoded();
        } catch (OCSPException e) {
            throw new IllegalStateException("A question about a certificate that was read can be written", e);
        }
    }

    static CertificateID id(X509Certificate one, X509Certificate issuer) {
        try {
            return new CertificateID(
                    new BcDigestCalculatorProvider().get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                    new JcaX509CertificateHolder(issuer),
                    one.getSerialNumber());
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read has a number and an issuer", e);
        }
    }
}
