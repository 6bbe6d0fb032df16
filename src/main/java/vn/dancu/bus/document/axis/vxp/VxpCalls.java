package vn.dancu.bus.document.axis.vxp;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.AxisSettings.Account;
import vn.dancu.bus.document.AxisSettings.Codes;
import vn.dancu.bus.document.axis.AxisFailure;
import vn.dancu.bus.document.axis.AxisFailure.Kind;
import vn.dancu.bus.document.axis.call.AxisHttp;
import vn.dancu.bus.document.axis.call.DeadlineStream;
import vn.dancu.bus.message.Node;

/** One call and its answer; everything else than the answer to what was asked is an {@link AxisFailure}. */
final class VxpCalls {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int ERROR_BYTES = 1 << 16;

    private final String endpoint;
    private final AxisHttp http;
    private final SignedHeaders headers;
    private final Codes codes;
    private final Duration callTimeout;

    VxpCalls(Account account, AxisHttp http, SignedHeaders headers) {
        this.endpoint = account.endpoint().toString().replaceFirst("/+$", "");
        this.http = http;
        this.headers = headers;
        this.codes = account.codes();
        this.callTimeout = account.http().callTimeout();
    }

    /** The answer to a call, with its list given to one taker and its document to the other. */
    VxpAnswer answer(VxpRequest request, Consumer<Node> each, OutputStream data) {
        try (ClassicHttpResponse response = http.open(request.on(endpoint, headers))) {
            VxpAnswer answer = VxpAnswerReader.read(body(request, response), each, data);
            if (!answer.isOk()) {
                throw failure(request, answer.errorCode());
            }
            return answer;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw unreadable(request, "an answer in JSON with a status", e);
        } catch (IOException e) {
            throw AxisFailure.of(Kind.UNAVAILABLE, request.path(), "an answer in time", e);
        }
    }

    /** The bytes that answer a call; closing the stream closes the connection. */
    InputStream bytes(VxpRequest request) {
        try {
            ClassicHttpResponse response = http.open(request.on(endpoint, headers));
            InputStream body = new BufferedInputStream(body(request, response));
            body.mark(1);
            int first = body.read();
            body.reset();
            // A proxy's page begins as a document does.
            if (first < 0 || isPage(response)) {
                response.close();
                throw unreadable(request, "a document", null);
            }
            if (first == '{') {
                try (response) {
                    VxpAnswer answer = VxpAnswerReader.read(body, node -> {}, OutputStream.nullOutputStream());
                    throw failure(request, answer.errorCode());
                }
            }
            return closing(body, response);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw unreadable(request, "a document, or an answer in JSON with a status", e);
        } catch (IOException e) {
            throw AxisFailure.of(Kind.UNAVAILABLE, request.path(), "an answer in time", e);
        }
    }

    /** An answer that says yes and lacks what was asked for. */
    static AxisFailure unreadable(VxpRequest request, String rule, @Nullable Exception cause) {
        return AxisFailure.of(Kind.UNREADABLE, request.path(), rule, cause);
    }

    private InputStream body(VxpRequest request, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        HttpEntity entity = response.getEntity();
        if (status == OK || status == CREATED) {
            return entity == null
                    ? new ByteArrayInputStream(new byte[0])
                    : new DeadlineStream(entity.getContent(), callTimeout);
        }
        try (response) {
            if (status == UNAUTHORIZED || status == FORBIDDEN) {
                throw AxisFailure.of(Kind.ACCOUNT, request.path(), "HTTP status 200, not " + status, null);
            }
            if (status == TOO_LARGE) {
                throw AxisFailure.of(Kind.REFUSED, request.path(), "HTTP status 200, not " + status, null);
            }
            String code = entity == null ? null : codeOf(entity.getContent());
            if (code != null) {
                throw failure(request, code);
            }
            throw AxisFailure.of(Kind.UNAVAILABLE, request.path(), "HTTP status 200, not " + status, null);
        }
    }

    /** The code of an answer in JSON under another HTTP status; null for a page and everything else. */
    private static @Nullable String codeOf(InputStream body) {
        try {
            byte[] read = body.readNBytes(ERROR_BYTES);
            return VxpAnswerReader.read(new ByteArrayInputStream(read), node -> {}, OutputStream.nullOutputStream())
                    .errorCode();
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private AxisFailure failure(VxpRequest request, @Nullable String errorCode) {
        String code = errorCode == null ? "none" : errorCode;
        if (codes.account().contains(code)) {
            return AxisFailure.of(Kind.ACCOUNT, request.path(), code);
        }
        return AxisFailure.of(codes.refused().contains(code) ? Kind.REFUSED : Kind.UNAVAILABLE, request.path(), code);
    }

    private static boolean isPage(ClassicHttpResponse response) {
        String type = response.getEntity().getContentType();
        return type != null && type.startsWith("text/html");
    }

    private static InputStream closing(InputStream body, ClassicHttpResponse response) {
        return new FilterInputStream(body) {
            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                return in.read(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                response.close();
            }
        };
    }
}
