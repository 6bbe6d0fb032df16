package vn.dancu.bus.message.xml;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.wire.LimitCounter;

/** The pieces in which a parser gives the text of one element; nearly always there is one. */
final class TextBuffer {

    private final LimitCounter limits;
    private String single = "";
    private @Nullable StringBuilder many;

    TextBuffer(LimitCounter limits) {
        this.limits = limits;
    }

    void add(String piece) {
        if (many == null && single.isEmpty()) {
            limits.text(piece.length());
            single = piece;
            return;
        }
        StringBuilder all = many == null ? new StringBuilder(single) : many;
        many = all;
        limits.text(all.length() + piece.length());
        all.append(piece);
    }

    /** The whole text so far; what follows begins anew. */
    String take() {
        String text = many == null ? single : many.toString();
        many = null;
        single = "";
        return text;
    }
}
