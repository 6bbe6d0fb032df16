package vn.dancu.bus.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import vn.dancu.bus.http.client.BoundedCall;

/** An authority that gives time-stamps of RFC 3161 over HTTP. Thread-safe. */
public final class TimeStampAuthority {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int NONCE_BITS = 64;

    /** A token with the certificates above it has some kilobytes. */
    private static final int MAX_BYTES = 256 * 1024;

    private final URI authority;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final SecureRandom random = new SecureRandom();

    public TimeStampAuthority(String url) {
        this.authority = URI.create(url);
    }

    /**
     * The time-stamp token over a hash, in DER.
     *
     * @param hash SHA-256 in lower hex
     *
     * @throws IOException when the authority cannot be reached or its answer does not belong to the request
     */
    public byte[] ask(String hash) throws IOException {
        TimeStampRequestGenerator questions = new TimeStampRequestGenerator();
        questions.setCertReq(true);
        try {
            TimeStampRequest question = questions.generate(
                    TSPAlgorithms.SHA256, HexFormat.of().parseHex(hash), new BigInteger(NONCE_BITS, random));
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
                .timeout(TIMEOUT)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                .build();
        try {
            HttpResponse<byte[]> response = BoundedCall.send(http, request, TIMEOUT, MAX_BYTES);
            if (response.statusCode() != 200) {
                throw new TimeStampStatusException(response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
