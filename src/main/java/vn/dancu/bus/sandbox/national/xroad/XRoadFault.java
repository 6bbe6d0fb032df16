package vn.dancu.bus.sandbox.national.xroad;

/** Why a security server does not forward a message: one of X-Road's codes, in lower case as the servers send them now. */
public final class XRoadFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    public XRoadFault(String code, String text) {
        super(text);
        this.code = code;
    }

    /** Such as {@code client.missing_header_field}. */
    public String code() {
        return code;
    }

    /** For people, without anything that was sent. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
