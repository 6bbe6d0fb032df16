package vn.dancu.bus.message.document.code;

import vn.dancu.bus.message.Bilingual;

/** What became of a document that was sent. Codes 07 to 12 and 14 were found in no source. */
public enum StatusCode implements ListedCode {
    ARRIVED("01", "Đã đến", "arrived"),
    REFUSED("02", "Từ chối tiếp nhận", "receipt refused"),
    RECEIVED("03", "Đã tiếp nhận", "received"),
    ASSIGNED("04", "Phân công", "assigned"),
    IN_PROGRESS("05", "Đang xử lý", "in progress"),
    COMPLETED("06", "Hoàn thành", "completed"),
    RECALL("13", "Lấy lại", "recall"),
    CHANGE_ACCEPTED("15", "Đồng ý cập nhật/lấy lại", "update or recall accepted"),
    CHANGE_REFUSED("16", "Từ chối cập nhật/lấy lại", "update or recall refused");

    private final Entry entry;

    StatusCode(String code, String vietnamese, String english) {
        this.entry = new Entry(code, new Bilingual(vietnamese, english));
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
