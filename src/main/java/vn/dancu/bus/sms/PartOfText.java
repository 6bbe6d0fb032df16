package vn.dancu.bus.sms;

/**
 * Which part of a text a message is, as its user data header or its SAR parameters say.
 *
 * @param reference the same in all parts of a text, 0 to 65535
 * @param total 1 to 255
 * @param number 1 to {@code total}
 */
public record PartOfText(int reference, int total, int number) {

    private static final int MAX_PARTS = 255;

    public PartOfText {
        if (total < 1 || total > MAX_PARTS || number < 1 || number > total) {
            throw new IllegalArgumentException("A part is one of 1 to 255");
        }
    }
}
