package vn.dancu.bus.codebook;

import java.util.Locale;

/** Why a pull changed nothing. */
public enum PullFault {
    /** No connection, no answer in time, or one that was cut. */
    UNAVAILABLE,
    /** The platform gave no token for the account. */
    TOKEN_REFUSED,
    /** The platform answered with another status than 200. */
    STATUS_WRONG,
    /** Larger than the settings allow. */
    TOO_LARGE,
    /** Something else than JSON, such as a page of an error. */
    NOT_JSON,
    /** Not UTF-8. */
    ENCODING_WRONG,
    /** JSON that ends too early or is none. */
    MALFORMED,
    /** JSON of another shape. */
    SHAPE_WRONG,
    /** A list without records. */
    LIST_EMPTY,
    /** A record without a code or a name. */
    CODE_MISSING,
    /** One code twice. */
    CODE_DUPLICATED,
    /** The list in use has one code several times, so that nothing can be compared. */
    LIST_UNKEYED,
    /** More codes would get another name, or be missing, than may change without a person. */
    TOO_MANY_CHANGES;

    /** As APIs and tables have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
