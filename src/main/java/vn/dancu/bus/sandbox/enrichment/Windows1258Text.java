package vn.dancu.bus.sandbox.enrichment;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as windows-1258 can hold it: letters composed, tones as marks after them. */
final class Windows1258Text {

    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern OTHER_THAN_TONES = Pattern.compile("[^\u0300\u0301\u0303\u0309\u0323]");

    static String of(String text) {
        StringBuilder written = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(letter -> {
            String apart = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
            written.append(Normalizer.normalize(TONES.matcher(apart).replaceAll(""), Normalizer.Form.NFC))
                    .append(OTHER_THAN_TONES.matcher(apart).replaceAll(""));
        });
        return written.toString();
    }

    private Windows1258Text() {}
}
