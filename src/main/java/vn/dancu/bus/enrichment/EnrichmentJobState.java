package vn.dancu.bus.enrichment;

import java.util.Locale;

/**
 * How a job stands.
 *
 * <pre>
 * RECEIVED → CHECKED → MERGED → BALANCED → CERTIFIED
 *    │          │
 *    ├──────────┴─→ CANCELLED   what was merged stays, and has its sheet
 *    └─→ FAILED                 the file cannot be read to its end; nothing of it was merged
 * </pre>
 *
 * Matching and merging of a chunk are one transaction, so no job stands between them. PAUSED, SUSPENDED and WAITING hold an open job at
 * its stage.
 */
public enum EnrichmentJobState {
    /** The file lies here whole and is read and checked. */
    RECEIVED,
    /** All its records are checked, and its chunks are matched and merged one after the other. */
    CHECKED,
    /** Every record has its outcome. */
    MERGED,
    /** The sheet is even, and the result file is written. */
    BALANCED,
    /** The sheet is signed. */
    CERTIFIED,
    CANCELLED,
    FAILED,
    /** Somebody paused it. */
    PAUSED,
    /** The partner of the source may not deliver at present. */
    SUSPENDED,
    /** Something that it needs is away; it goes on by itself. */
    WAITING;

    /** As the API and the tables have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EnrichmentJobState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing is left to be done. */
    public boolean isEnd() {
        return this == CERTIFIED || this == CANCELLED || this == FAILED;
    }
}
