package vn.dancu.bus.sandbox.citizen;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the pages in one language. */
record CitizenTexts(boolean vietnamese) {

    private static final String FILE = "sandbox/citizen";

    /** The text of a key; the key itself where there is none. */
    public String of(String key) {
        ResourceBundle texts = texts();
        return texts.containsKey(key) ? texts.getString(key) : key;
    }

    boolean has(String key) {
        return texts().containsKey(key);
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle(
                FILE,
                vietnamese ? Locale.forLanguageTag("vi") : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
