package vn.dancu.bus.message.document.code;

import vn.dancu.bus.message.Bilingual;

/** How urgent a document is (OtherInfo/Priority). */
public enum Priority implements ListedCode {
    NORMAL("0", "thường", "normal"),
    URGENT("1", "khẩn", "urgent"),
    VERY_URGENT("2", "thượng khẩn", "very urgent"),
    EXPRESS("3", "hỏa tốc", "express"),
    TIMED_EXPRESS("4", "hỏa tốc hẹn giờ", "timed express");

    private final Entry entry;

    Priority(String code, String vietnamese, String english) {
        this.entry = new Entry(code, new Bilingual(vietnamese, english));
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
