package vn.dancu.bus.ledger.traffic;

import java.util.Locale;

/** By what questions are counted. */
public enum TrafficTag {
    DOOR,
    PARTNER,
    SERVICE;

    /** In addresses and in the database, such as {@code door}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
