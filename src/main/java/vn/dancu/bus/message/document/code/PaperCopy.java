package vn.dancu.bus.message.document.code;

import vn.dancu.bus.message.Bilingual;

/** Whether the paper follows (Paper). */
public enum PaperCopy implements ListedCode {
    NONE("0", "không gửi bản giấy", "no paper copy follows"),
    FOLLOWS("1", "có gửi bản giấy", "paper copy follows");

    private final String code;
    private final Bilingual meaning;

    PaperCopy(String code, String vietnamese, String english) {
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
