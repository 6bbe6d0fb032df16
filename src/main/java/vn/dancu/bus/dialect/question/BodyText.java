package vn.dancu.bus.dialect.question;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageLimits;

/** A body as text: UTF-8, no larger than a message may be. */
final class BodyText {

    private static final int LIMIT = Math.toIntExact(MessageLimits.DEFAULT.documentBytes());

    private BodyText() {}

    static String read(InputStream body) {
        byte[] bytes = bytes(body);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refusal(ErrorCode.MESSAGE_MALFORMED, "/", "valid UTF-8");
        }
    }

    static BusException refusal(ErrorCode code, String field, String rule) {
        return BusException.of(code, field, rule);
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw refusal(ErrorCode.MESSAGE_TOO_LARGE, "/", "at most " + LIMIT + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new BusException(ErrorCode.MESSAGE_MALFORMED, e);
        }
    }
}
