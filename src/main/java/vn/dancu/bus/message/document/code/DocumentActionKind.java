package vn.dancu.bus.message.document.code;

import vn.dancu.bus.message.Bilingual;

/** What a message does with a document (BussinessDocType). */
public enum DocumentActionKind implements ListedCode {
    NEW("0", "văn bản mới", "new"),
    RECALL("1", "thu hồi", "recall"),
    UPDATE("2", "cập nhật", "update"),
    REPLACE("3", "thay thế", "replace");

    private final Entry entry;

    DocumentActionKind(String code, String vietnamese, String english) {
        this.entry = new Entry(code, new Bilingual(vietnamese, english));
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
