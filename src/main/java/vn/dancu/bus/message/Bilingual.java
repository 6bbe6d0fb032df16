package vn.dancu.bus.message;

/** One text in the two languages of the bus. It never repeats a value that was sent. */
public record Bilingual(String vietnamese, String english) {}
