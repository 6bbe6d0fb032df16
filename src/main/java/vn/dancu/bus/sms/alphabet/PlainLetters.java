package vn.dancu.bus.sms.alphabet;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** Vietnamese without diacritics, and signs of printing as those that every handset has. */
final class PlainLetters {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<Character, String> PLAIN = Map.ofEntries(
            Map.entry('đ', "d"),
            Map.entry('Đ', "D"),
            Map.entry('‘', "'"),
            Map.entry('’', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('«', "\""),
            Map.entry('»', "\""),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('‑', "-"),
            Map.entry('…', "..."),
            Map.entry('•', "-"),
            Map.entry('·', "-"),
            Map.entry('\u00a0', " "),
            Map.entry('\u202f', " "),
            Map.entry('\t', " "));

    static String fold(String text) {
        String marks =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        StringBuilder folded = new StringBuilder(marks.length());
        for (char one : marks.toCharArray()) {
            String plain = PLAIN.get(one);
            if (plain == null) {
                folded.append(one);
            } else {
                folded.append(plain);
            }
        }
        return folded.toString();
    }

    private PlainLetters() {}
}
