package vn.dancu.bus.message.document.code;

import vn.dancu.bus.message.Bilingual;

/** Whether a document gives instructions or reports on them (SteeringType). */
public enum SteeringType implements ListedCode {
    NOT_STEERING("1", "không phải văn bản chỉ đạo", "not steering"),
    STEERING("2", "văn bản chỉ đạo", "steering"),
    REPORT("3", "báo cáo chỉ đạo", "report on steering");

    private final Entry entry;

    SteeringType(String code, String vietnamese, String english) {
        this.entry = new Entry(code, new Bilingual(vietnamese, english));
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
