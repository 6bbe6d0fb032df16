package vn.dancu.bus.command;

import java.util.Locale;

/** A text for people in both languages. */
record BilingualText(String vietnamese, String english) {

    String in(Locale language) {
        return language.getLanguage().equals("en") ? english : vietnamese;
    }
}
