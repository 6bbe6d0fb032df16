package vn.dancu.bus.message.population;

/**
 * What came of a look-up. Every one of them is an answer, never a fault: an asker sees it as {@code GhiChu} of the
 * official shape, {@code trangThai} in JSON, and the header {@code DanCu-Result-Status} on every door.
 */
public enum ResultStatus {
    /** One person agrees with number, name and birth date. */
    FOUND("found"),
    /** No person has that number. */
    NOT_FOUND("not_found"),
    /** The number exists, the name does not agree; nothing is released. */
    NAME_MISMATCH("name_mismatch"),
    /** Number and name agree, the birth date does not; nothing is released. */
    BIRTH_DATE_MISMATCH("birth_date_mismatch"),
    /** Found under a number that was replaced; SoDinhDanh holds the current one. */
    ID_REPLACED("id_replaced"),
    /** The number was cancelled and none took its place; nothing is released. */
    ID_CANCELLED("id_cancelled"),
    /** Found; the person has died. */
    DECEASED("deceased"),
    /** Found; the person is declared missing. */
    MISSING("missing");

    private final String code;

    ResultStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether a person stands behind the answer. */
    public boolean isFound() {
        return this == FOUND || this == ID_REPLACED || this == DECEASED || this == MISSING;
    }

    public static ResultStatus byCode(String code) {
        for (ResultStatus status : values()) {
            if (status.code.equals(code)) {
                return status;
            }
        }
        throw new IllegalArgumentException("Unknown result status");
    }
}
