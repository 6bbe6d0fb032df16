package vn.dancu.bus.camel.delivery;

/**
 * Names by which exchanges and the outbox know each other. An exchange that sends a message has them as headers. An exchange
 * that puts one has them as properties, since headers come with the message and a stranger may have written them.
 */
public final class DeliveryHeaders {

    /** The id of the message, the same at every attempt: for the duplicate check of the other side. */
    public static final String ID = "DanCuDeliveryId";

    public static final String CHANNEL = "DanCuDeliveryChannel";
    public static final String DESTINATION = "DanCuDeliveryDestination";

    /** The partner whose suspension holds the message. */
    public static final String PARTNER = "DanCuDeliveryPartner";

    public static final String ONCE_KEY = "DanCuDeliveryOnceKey";
    public static final String ORDER_KEY = "DanCuDeliveryOrderKey";

    /** 1 for the first attempt. */
    public static final String ATTEMPT = "DanCuDeliveryAttempt";

    /**
     * Why the attempt before failed ({@link vn.dancu.bus.delivery.Attempt#lastError}); none when none did. A property of the exchange
     * that sends: the other side does not get it.
     */
    public static final String LAST_ERROR = "DanCuDeliveryLastError";

    /** Of the body, 64 hex digits. */
    public static final String SHA256 = "DanCuDeliverySha256";

    /** The signed receipt with which the destination has answered; a route sets it where the channel asks for receipts. */
    public static final String RECEIPT = "DanCuDeliveryReceipt";

    private DeliveryHeaders() {}
}
