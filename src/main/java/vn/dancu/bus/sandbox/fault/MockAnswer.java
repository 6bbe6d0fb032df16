package vn.dancu.bus.sandbox.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a mock answers over HTTP.
 *
 * @param status of HTTP
 * @param headers besides the type and the length
 * @param contentType of the body; empty where the answer states none
 * @param body written when its turn has come
 */
public record MockAnswer(int status, Map<String, String> headers, String contentType, Body body) {

    private static final int OK = 200;

    /** Writes bytes. */
    public interface Body {
        void write(OutputStream out) throws IOException;
    }

    public MockAnswer {
        headers = Map.copyOf(headers);
    }

    /** One with status 200. */
    public static MockAnswer of(String contentType, Body body) {
        return new MockAnswer(OK, Map.of(), contentType, body);
    }

    public static MockAnswer of(int status, String contentType, byte[] body) {
        return new MockAnswer(status, Map.of(), contentType, out -> out.write(body));
    }

    public static MockAnswer of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same answer with these headers. */
    public MockAnswer with(Map<String, String> further) {
        return new MockAnswer(status, further, contentType, body);
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            body.write(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return whole.toByteArray();
    }
}
