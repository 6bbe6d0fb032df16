package vn.dancu.bus.document.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageContext;

/** Files of questions as text: UTF-8 with or without a byte order mark, and nothing else. */
final class QuestionText {

    private static final int MARK = '\uFEFF';

    /** The text; a byte that is no UTF-8 is found when it is read. */
    static BufferedReader open(InputStream in) throws IOException {
        // A decoder of its own reports what it cannot read; the charset alone would put a sign in its place.
        BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }

    /** What a failure to read means for the sender; the stream's own failures are none of theirs. */
    static RuntimeException failure(IOException e) {
        if (e instanceof CharacterCodingException) {
            return BusException.of(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED, "/", "UTF-8");
        }
        if (e instanceof JsonProcessingException json) {
            return new BusException(MessageContext.refusal(json, "/"));
        }
        return new UncheckedIOException("The content of an attachment cannot be read", e);
    }

    private QuestionText() {}
}
