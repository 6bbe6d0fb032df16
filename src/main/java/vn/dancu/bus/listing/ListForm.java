package vn.dancu.bus.listing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what form a list is fetched. */
public enum ListForm {
    /** Page by page, at the door. */
    RECORDS,
    CSV,
    XLSX,
    XML,
    /** JSON lines. */
    JSONL;

    /** As it stands in requests, such as {@code csv}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ListForm> byCode(String code) {
        return Arrays.stream(values()).filter(form -> form.code().equals(code)).findFirst();
    }

    public boolean isFile() {
        return this != RECORDS;
    }
}
