package vn.dancu.bus.sandbox.national;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.dancu.bus.sandbox.fault.Fault;

/**
 * A fault that the mock plays, for people.
 *
 * @param word as a plan names it
 * @param vi what happens, in Vietnamese
 * @param en the same in English
 */
public record NationalFault(String word, String vi, String en) {

    private static final String TEXTS = "sandbox/faults";

    /** All that there are, in the order of their words. */
    public static List<NationalFault> all() {
        return MockNational.PLAYED.stream()
                .map(Fault.Kind::word)
                .sorted(Comparator.naturalOrder())
                .map(word -> new NationalFault(word, text("vi", word), text("en", word)))
                .toList();
    }

    private static String text(String language, String word) {
        return ResourceBundle.getBundle(
                        TEXTS,
                        Locale.forLanguageTag(language),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(word);
    }
}
