package vn.dancu.bus.audit.evidence.verify;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A difference between a file and what was sealed.
 *
 * @param kind what
 * @param seal number of the seal concerned; 0 for the file as a whole
 * @param record id of the record concerned; null for the seal as a whole
 * @param place position of the record, as {@code transaction/place}, or its place in the seal; null where it has none
 */
public record EvidenceFinding(Kind kind, long seal, @Nullable String record, @Nullable String place) {

    /** What can be wrong. */
    public enum Kind {
        RECORD_CHANGED("Bản ghi đã bị sửa", "The record was changed"),
        RECORD_MISSING("Bản ghi đã bị xóa", "The record is missing"),
        RECORD_ADDED("Bản ghi bị thêm vào, không có trong niêm phong nào", "The record was added and is in no seal"),
        RECORD_REORDERED("Bản ghi đã bị đổi chỗ", "The record was moved"),
        LEAVES_CHANGED(
                "Danh sách giá trị băm của niêm phong đã bị sửa; trong lô có thể có bản ghi sai",
                "The hashes kept with the seal were changed; records of the batch may be wrong"),
        LISTING_CHANGED(
                "Danh sách bản ghi kèm niêm phong đã bị sửa", "The names of records kept with the seal were changed"),
        SEAL_CHANGED("Niêm phong đã bị sửa", "The seal was changed"),
        SIGNATURE_WRONG("Chữ ký của niêm phong sai", "The signature of the seal is wrong"),
        KEY_UNKNOWN("Không có khóa của niêm phong", "The key of the seal is not there"),
        KEY_NOT_TRUSTED("Khóa của niêm phong không được tin cậy", "The key of the seal is not trusted"),
        CHAIN_BROKEN("Chuỗi niêm phong bị đứt", "The seal does not follow the one before"),
        SEAL_MISSING("Thiếu niêm phong", "The seal is missing"),
        TAIL_CUT(
                "Thiếu phần cuối: không có niêm phong được yêu cầu", "The end was cut: the expected seal is not there"),
        TIME_STAMP_WRONG("Dấu thời gian sai", "The time-stamp is wrong"),
        FILE_CUT("Tệp bị cắt ngang", "The file was cut off"),
        PROOF_WRONG("Bản ghi không thuộc niêm phong", "The record is not part of the seal"),
        UNREADABLE("Tệp không đọc được hoặc không đúng dạng", "The file cannot be read, or has another format");

        private final String vietnamese;
        private final String english;

        Kind(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }
    }

    /** One line for people, in Vietnamese or, for any other language, in English. */
    public String text(Locale language) {
        boolean inVietnamese = language.getLanguage().equals("vi");
        StringBuilder text = new StringBuilder(inVietnamese ? kind.vietnamese : kind.english);
        if (seal > 0) {
            text.append(inVietnamese ? "; niêm phong " : "; seal ").append(seal);
        }
        if (record != null) {
            text.append(inVietnamese ? "; bản ghi " : "; record ").append(record);
        }
        if (place != null) {
            text.append(inVietnamese ? "; vị trí " : "; place ").append(place);
        }
        return text.toString();
    }
}
