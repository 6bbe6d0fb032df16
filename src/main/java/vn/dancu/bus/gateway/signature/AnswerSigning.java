package vn.dancu.bus.gateway.signature;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.UnaryOperator;

/** How the answer to a request is signed: not at all, unless the request was and the bus has a key for it. */
public final class AnswerSigning {

    private static final String ATTRIBUTE = AnswerSigning.class.getName();

    static void promise(HttpServletRequest request, UnaryOperator<byte[]> signing) {
        request.setAttribute(ATTRIBUTE, new Promise(signing));
    }

    /** The envelope of an answer or a fault as it leaves. */
    public static byte[] applied(HttpServletRequest request, byte[] envelope) {
        return request.getAttribute(ATTRIBUTE) instanceof Promise promise
                ? promise.signing().apply(envelope)
                : envelope;
    }

    private record Promise(UnaryOperator<byte[]> signing) {}

    private AnswerSigning() {}
}
