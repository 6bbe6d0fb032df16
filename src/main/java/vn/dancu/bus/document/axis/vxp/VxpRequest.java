package vn.dancu.bus.document.axis.vxp;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.axis.AxisContent;

/**
 * One call: where it goes, its parameters, all of them headers, and its body.
 *
 * @param path the name of the verb on the wire
 */
record VxpRequest(
        String method, String path, String contentType, Map<String, String> parameters, @Nullable HttpEntity body) {

    private static final int MAX_DESCRIPTION = 250;
    private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);

    /** A call by POST of an empty form, which asks for a list. */
    static VxpRequest form(String path) {
        return of("POST", path, "application/x-www-form-urlencoded", bytes(""));
    }

    /** A call by POST of an empty object. */
    static VxpRequest object(String path) {
        return json(path, "{}");
    }

    /** A call by POST of that object. */
    static VxpRequest json(String path, String body) {
        return of("POST", path, "application/json", bytes(body));
    }

    /** A call by POST of a document as the kit sends it: its bytes, and a line end that no hash counts. */
    static VxpRequest document(String path, AxisContent content) {
        HttpEntity body = new EntityTemplate(content.length() + LINE_END.length, null, null, out -> {
            try (InputStream in = content.open()) {
                in.transferTo(out);
            }
            out.write(LINE_END);
        });
        return of("POST", path, "application/octet-stream", body);
    }

    /** A call by GET. */
    static VxpRequest get(String path) {
        return of("GET", path, "application/octet-stream", null);
    }

    private static VxpRequest of(String method, String path, String contentType, @Nullable HttpEntity body) {
        return new VxpRequest(method, path, contentType, new LinkedHashMap<>(), body);
    }

    // The content type is a header that is signed, so the entity has none.
    private static HttpEntity bytes(String text) {
        return new ByteArrayEntity(text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** The same call with that parameter; without one that is null. */
    VxpRequest with(String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, ascii(value));
        }
        return this;
    }

    HttpUriRequestBase on(String endpoint, SignedHeaders headers) {
        HttpUriRequestBase request = new HttpUriRequestBase(method, java.net.URI.create(endpoint + "/" + path));
        headers.of(contentType, parameters).forEach(request::addHeader);
        request.setEntity(body);
        return request;
    }

    /** A header holds ASCII: letters lose their marks, and what is left is a question mark. */
    private static String ascii(String text) {
        if (text.length() <= MAX_DESCRIPTION && text.chars().allMatch(one -> one >= ' ' && one <= '~')) {
            return text.strip();
        }
        String plain = Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\x00-\\x1f\\x7f]+", " ")
                .replaceAll("[^\\x20-\\x7e]", "?")
                .strip();
        return plain.length() <= MAX_DESCRIPTION ? plain : plain.substring(0, MAX_DESCRIPTION);
    }
}
