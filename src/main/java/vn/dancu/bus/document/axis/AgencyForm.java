package vn.dancu.bus.document.axis;

/** The two forms of an agency's code, each of which the axis has a list of. */
public enum AgencyForm {
    /** By QĐ 20/2020/QĐ-TTg, such as {@code H41.01}. */
    QD20,
    /** The form before it, such as {@code 000.00.01.H41}. */
    FORMER
}
