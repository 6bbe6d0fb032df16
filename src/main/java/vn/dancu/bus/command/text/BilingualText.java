package vn.dancu.bus.command.text;

import java.util.Locale;

/** A text for people in both languages. */
public record BilingualText(String vietnamese, String english) {

    public String in(Locale language) {
        return language.getLanguage().equals("en") ? english : vietnamese;
    }
}
