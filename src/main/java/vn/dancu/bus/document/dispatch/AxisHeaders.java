package vn.dancu.bus.document.dispatch;

/** The headers of what is sent on the axis, as the routes read them. */
public final class AxisHeaders {

    /** What the message is: {@value #KIND_PROGRESS}, {@code edoc} or {@code status}. The route chooses by it. */
    public static final String KIND = "DanCuDocumentKind";

    /** How far a delivery came: no message, a call of its own. */
    public static final String KIND_PROGRESS = "progress";

    public static final String TYPE = "DanCuAxisMessageType";
    public static final String DOC_ID = "DanCuAxisDocId";
    public static final String FROM = "DanCuAxisFrom";
    public static final String TO = "DanCuAxisTo";
    public static final String PROGRESS = "DanCuAxisProgress";

    private AxisHeaders() {}
}
