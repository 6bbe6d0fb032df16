package vn.dancu.bus.document.question;

import java.io.IOException;
import java.io.InputStream;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageLimits;

/** The one question of an XML file. */
final class RawXmlQuestion implements RawQuestions {

    private final Content content;
    private boolean isTaken;

    RawXmlQuestion(Content content) {
        this.content = content;
    }

    @Override
    public boolean next() {
        boolean isThere = !isTaken && content.length() > 0;
        isTaken = true;
        return isThere;
    }

    @Override
    public byte[] document() throws IOException {
        if (content.length() > MessageLimits.DEFAULT.documentBytes()) {
            throw BusException.of(
                    ErrorCode.MESSAGE_TOO_LARGE,
                    "/",
                    "at most " + MessageLimits.DEFAULT.documentBytes() + " bytes for one question");
        }
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {}
}
