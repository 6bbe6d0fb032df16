package vn.dancu.bus.desk.report;

/** Makes texts from outside fit for a spreadsheet. */
final class VisibleText {

    private static final char REPLACEMENT = '\uFFFD';

    /** Replaces control characters and unpaired surrogates. */
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
