package vn.dancu.bus.message.population;

/** The legal state of a person (sống, chết, mất tích; NĐ 252/2026). The digits are ours: no official list was found. */
public enum CitizenStatus {
    ALIVE("1"),
    DECEASED("2"),
    MISSING("3");

    private final String code;

    CitizenStatus(String code) {
        this.code = code;
    }

    /** The value of TrangThaiCongDan. */
    public String code() {
        return code;
    }

    public static CitizenStatus byCode(String code) {
        for (CitizenStatus status : values()) {
            if (status.code.equals(code)) {
                return status;
            }
        }
        throw new IllegalArgumentException("TrangThaiCongDan is 1, 2 or 3");
    }
}
