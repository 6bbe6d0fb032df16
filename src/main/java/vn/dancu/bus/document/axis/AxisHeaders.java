package vn.dancu.bus.document.axis;

/**
 * The headers by which steps of a route hand on what they know of a message on the axis. Texts, but for the length and
 * {@link #AGAIN}.
 */
public final class AxisHeaders {

    /** The account, by its name in the settings; {@value AxisAccounts#MAIN} where it is not set. */
    public static final String ACCOUNT = "DanCuAxisAccount";

    /** The axis' number of a message. */
    public static final String DOC_ID = "DanCuAxisDocId";

    /** The code of the agency that sends; sending, the account's own where it is not set. */
    public static final String FROM = "DanCuAxisFrom";

    /** The code of the agency that receives; of several, the codes with commas between. */
    public static final String TO = "DanCuAxisTo";

    /** {@code edoc}, which is meant where it is not set, or {@code status}. */
    public static final String MESSAGE_TYPE = "DanCuAxisMessageType";

    /** How far the axis says that a received message came, in its own words. */
    public static final String STATUS = "DanCuAxisStatus";

    /** The SHA-256 that the axis gives of a received message; what is fetched is compared with it. */
    public static final String SHA256 = "DanCuAxisSha256";

    /** The number of bytes that the axis gives of a received message, likewise; a {@link Long}. */
    public static final String LENGTH = "DanCuAxisLength";

    /** {@code processing}, {@code done} or {@code fail}: what is reported of a received message. */
    public static final String PROGRESS = "DanCuAxisProgress";

    /** A word on that for the axis' log, without personal data; not needed. */
    public static final String DESCRIPTION = "DanCuAxisDescription";

    /** Set where a received message is to be given to the route again at the next look; a {@link Boolean}. */
    public static final String AGAIN = "DanCuAxisAgain";

    private AxisHeaders() {}
}
