package vn.dancu.bus.message;

/** The two shapes in which the population answer travels; the reader must say which one it means. */
public enum Version {
    /** QCVN 109:2017/BTTTT, annex Đ: names in parts, coded elements as complex types, xs:date. */
    QCVN_109_V1,
    /** What the live service returns: the whole name in Ten, plain codes, yyyyMMdd, unit codes in three elements. */
    LIVE_V1
}
