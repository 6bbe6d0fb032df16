package vn.dancu.bus.camel.sms;

/** Headers of exchanges with text messages. None has a number of a subscriber or a text, but for those sealed in the outbox. */
public final class SmsHeaders {

    /** {@code text} or {@code receipt}. */
    public static final String KIND = "DanCuSmsKind";

    /** The operator, by its name in the settings. */
    public static final String OPERATOR = "DanCuSmsOperator";

    /** Our id of a text that was taken. */
    public static final String TEXT_ID = "DanCuSmsTextId";

    static final String TEXT = "text";
    static final String RECEIPT = "receipt";

    private SmsHeaders() {}
}
