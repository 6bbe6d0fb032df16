package vn.dancu.bus.message.document.code;

import vn.dancu.bus.message.Bilingual;

/** Whether the paper follows (Paper). */
public enum PaperCopy implements ListedCode {
    NONE("0", "không gửi bản giấy", "no paper copy follows"),
    FOLLOWS("1", "có gửi bản giấy", "paper copy follows");

    private final Entry entry;

    PaperCopy(String code, String vietnamese, String english) {
        this.entry = new Entry(code, new Bilingual(vietnamese, english));
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
