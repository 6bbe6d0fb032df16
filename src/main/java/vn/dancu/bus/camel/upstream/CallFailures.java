package vn.dancu.bus.camel.upstream;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import vn.dancu.bus.http.client.AnswerTooLargeException;
import vn.dancu.bus.http.client.TlsFailure;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.upstream.call.CallFailure;

/** What it means that a call ended without an answer. */
final class CallFailures {

    /** No connection came about, so nothing of the question has left. */
    private static final List<Class<? extends IOException>> UNASKED = List.of(
            ConnectException.class,
            ConnectTimeoutException.class,
            UnknownHostException.class,
            NoRouteToHostException.class);

    /** The answer began, and is not whole or no answer of HTTP. */
    private static final List<Class<? extends IOException>> CUT = List.of(
            TruncatedChunkException.class,
            MalformedChunkCodingException.class,
            MessageConstraintException.class,
            ClientProtocolException.class);

    /** Whether there was no connection over which anything of the question could have left. */
    static boolean isBeforeTheQuestion(IOException e) {
        return e instanceof ConnectionRequestTimeoutException
                || UNASKED.stream().anyMatch(kind -> kind.isInstance(e))
                || TlsFailure.of(e).isPresent();
    }

    static CallFailure of(IOException e) {
        if (e instanceof ConnectionRequestTimeoutException) {
            return CallFailure.unasked(ErrorCode.UPSTREAM_OVERLOADED, e);
        }
        if (UNASKED.stream().anyMatch(kind -> kind.isInstance(e))) {
            return CallFailure.unasked(ErrorCode.UPSTREAM_UNAVAILABLE, e);
        }
        Optional<CallFailure> overCertificate = CallFailure.overCertificate(e);
        if (overCertificate.isPresent()) {
            return overCertificate.get();
        }
        if (e instanceof AnswerTooLargeException) {
            return CallFailure.of(ErrorCode.UPSTREAM_ANSWER_TOO_LARGE, e);
        }
        if (e instanceof SocketTimeoutException) {
            return CallFailure.of(ErrorCode.UPSTREAM_TIMEOUT, e);
        }
        boolean isCut = CUT.stream().anyMatch(kind -> kind.isInstance(e))
                || e instanceof ConnectionClosedException && !(e instanceof NoHttpResponseException);
        return CallFailure.of(isCut ? ErrorCode.UPSTREAM_ANSWER_INVALID : ErrorCode.UPSTREAM_UNAVAILABLE, e);
    }

    private CallFailures() {}
}
