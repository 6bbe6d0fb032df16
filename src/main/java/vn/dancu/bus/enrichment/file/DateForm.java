package vn.dancu.bus.enrichment.file;

import java.util.Arrays;
import java.util.Optional;

/** How a file writes dates. */
public enum DateForm {
    /** Day, month and year, each of the first two with one digit or two. */
    DAY_FIRST("dd/MM/yyyy"),
    DAY_FIRST_DASHED("dd-MM-yyyy"),
    ISO("yyyy-MM-dd"),
    COMPACT("yyyyMMdd"),
    /** The year alone; of a birth only. */
    YEAR("yyyy"),
    /** Days since 1900 as table programs count them. */
    EXCEL_SERIAL("excel-serial");

    private final String code;

    DateForm(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<DateForm> of(String code) {
        return Arrays.stream(values()).filter(form -> form.code.equals(code)).findFirst();
    }
}
