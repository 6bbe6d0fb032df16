package vn.dancu.bus.desk.inspection;

/** Texts that came from outside, as a spreadsheet can hold them. */
final class VisibleText {

    private static final char REPLACEMENT = '\uFFFD';

    /** The text with control characters and halves of characters replaced. */
    static String of(String text) {
        if (text.codePoints().noneMatch(VisibleText::isHidden)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(character -> visible.appendCodePoint(isHidden(character) ? REPLACEMENT : character));
        return visible.toString();
    }

    private static boolean isHidden(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || character == 0xFFFE
                || character == 0xFFFF;
    }

    private VisibleText() {}
}
