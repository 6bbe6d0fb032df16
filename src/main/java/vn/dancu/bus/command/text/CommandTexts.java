package vn.dancu.bus.command.text;

import java.util.Locale;
import java.util.ResourceBundle;

/** The command's own texts, {@code command/texts_*.properties}. */
public final class CommandTexts {

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
    public static CommandTexts inLanguage(String code) {
        return new CommandTexts(code.equals("en") ? Locale.ENGLISH : new Locale("vi"));
    }

    public Locale language() {
        return language;
    }

    public String of(String key, Object... values) {
        return String.format(Locale.ROOT, bundle.getString(key), values);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
