package vn.dancu.bus.message.grammar;

import vn.dancu.bus.message.Bilingual;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.Rule.Step;

/** Describes a value without repeating it, and finds the name that was probably meant. */
final class ValueDescription {

    private static final int MAX_NAME_LENGTH = 40;
    private static final int TOO_MANY_EDITS = 3;

    private ValueDescription() {}

    static Bilingual of(String text) {
        if (text.isEmpty()) {
            return new Bilingual("để trống", "nothing");
        }
        int length = text.codePointCount(0, text.length());
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean ascii = text.chars().allMatch(c -> c < 128);
        String vietnamese = digits ? "toàn chữ số" : ascii ? "không chỉ có chữ số" : "có ký tự ngoài ASCII";
        String english = digits ? "all digits" : ascii ? "not digits alone" : "with characters beyond ASCII";
        return new Bilingual(length + " ký tự, " + vietnamese, length + " characters, " + english);
    }

    /** The element of this content whose name is least different from that one; empty where none is near. */
    static String nearest(String name, Complex content) {
        String nearest = "";
        int least = TOO_MANY_EDITS;
        if (name.length() > MAX_NAME_LENGTH) {
            return nearest;
        }
        for (Step step : content.steps()) {
            for (ElementRule element : step.alternatives()) {
                int distance = element.name().equalsIgnoreCase(name) ? 0 : distance(element.name(), name);
                if (distance < least) {
                    least = distance;
                    nearest = element.name();
                }
            }
        }
        return nearest;
    }

    // Levenshtein with one row; both names are short.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
