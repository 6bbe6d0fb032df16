package vn.dancu.bus.command;

import java.util.Locale;

/** What people read, in both languages. */
record Text(String vietnamese, String english) {

    String in(Locale language) {
        return language.getLanguage().equals("en") ? english : vietnamese;
    }
}
