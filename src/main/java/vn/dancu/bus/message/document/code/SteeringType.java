package vn.dancu.bus.message.document.code;

import vn.dancu.bus.message.Bilingual;

/** Whether a document gives instructions or reports on them (SteeringType). */
public enum SteeringType implements ListedCode {
    NOT_STEERING("1", "không phải văn bản chỉ đạo", "not steering"),
    STEERING("2", "văn bản chỉ đạo", "steering"),
    REPORT("3", "báo cáo chỉ đạo", "report on steering");

    private final String code;
    private final Bilingual meaning;

    SteeringType(String code, String vietnamese, String english) {
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
