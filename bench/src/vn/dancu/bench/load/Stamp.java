package vn.dancu.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * The proof of one moment.
 *
 * @param millis the moment
 * @param authorization the base64 text
 * @param timestamp the header's text: 13 digits of milliseconds
 */
record Stamp(long millis, byte[] authorization, byte[] timestamp) {

    static Stamp of(Credentials credentials, String path, long millis) {
        String text = Long.toString(millis);
        return new Stamp(millis, credentials.sign(path, text), text.getBytes(StandardCharsets.US_ASCII));
    }
}
