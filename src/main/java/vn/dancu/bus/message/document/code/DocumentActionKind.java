package vn.dancu.bus.message.document.code;

import vn.dancu.bus.message.Bilingual;

/** What a message does with a document (BussinessDocType). */
public enum DocumentActionKind implements ListedCode {
    NEW("0", "văn bản mới", "new"),
    RECALL("1", "thu hồi", "recall"),
    UPDATE("2", "cập nhật", "update"),
    REPLACE("3", "thay thế", "replace");

    private final String code;
    private final Bilingual meaning;

    DocumentActionKind(String code, String vietnamese, String english) {
        this.code = code;
        this.meaning = new Bilingual(vietnamese, english);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Bilingual meaning() {
        return meaning;
    }
}
