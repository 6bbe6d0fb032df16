package vn.dancu.bus.sms;

import java.util.List;

/**
 * A text in the octets that go over the air, without headers.
 *
 * @param parts one for each message that the operator counts; at least one
 * @param cut whether the end of the text was left out
 */
public record SegmentedText(TextAlphabet alphabet, List<byte[]> parts, boolean cut) {

    public SegmentedText {
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return "SegmentedText[" + alphabet + " " + parts.size() + "]";
    }
}
