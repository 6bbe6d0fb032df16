package vn.dancu.bus.command;

import java.util.Locale;
import java.util.ResourceBundle;

/** The command's own texts, {@code command/texts_*.properties}. */
final class CommandTexts {

    private final Locale language;
    private final ResourceBundle bundle;

    private CommandTexts(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "command/texts",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** In English when {@code --lang en} or {@code DANCU_LANG=en} says so, otherwise in Vietnamese. */
    static CommandTexts inLanguage(String code) {
        return new CommandTexts(code.equals("en") ? Locale.ENGLISH : new Locale("vi"));
    }

    Locale language() {
        return language;
    }

    String of(String key, Object... values) {
        return String.format(Locale.ROOT, bundle.getString(key), values);
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }
}
