package vn.dancu.bus.audit.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Time-stamps of RFC 3161 over the hash of a seal: asked for over HTTP, checked without. */
final class TimeStamps {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int NONCE_BITS = 64;

    private final URI authority;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final SecureRandom random = new SecureRandom();

    TimeStamps(String url) {
        this.authority = URI.create(url);
    }

    /** Asks the authority; what comes back fits the question. */
    byte[] ask(String hash) throws IOException {
        TimeStampRequestGenerator questions = new TimeStampRequestGenerator();
        questions.setCertReq(true);
        try {
            TimeStampRequest question =
                    questions.generate(TSPAlgorithms.SHA256, Hashes.bytes(hash), new BigInteger(NONCE_BITS, random));
            TimeStampResponse answer = new TimeStampResponse(send(question.getEncoded()));
            answer.validate(question);
            if (answer.getTimeStampToken() == null) {
                throw new IOException("The time-stamp authority gave no time-stamp");
            }
            return answer.getTimeStampToken().getEncoded();
        } catch (TSPException e) {
            throw new IOException("The time-stamp authority gave no fitting answer", e);
        }
    }

    private byte[] send(byte[] question) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(authority)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("The time-stamp authority answered " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** Whether the token is of that hash and signed by the certificate's key while the certificate was valid. */
    static boolean isRight(byte[] token, String hash, Path certificateFile) {
        try (InputStream in = Files.newInputStream(certificateFile)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token));
            stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(new JcaX509CertificateHolder(certificate)));
            return stamp.getTimeStampInfo().getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
                    && Arrays.equals(stamp.getTimeStampInfo().getMessageImprintDigest(), Hashes.bytes(hash));
        } catch (IOException | GeneralSecurityException | CMSException | TSPException | OperatorCreationException e) {
            return false;
        }
    }
}
