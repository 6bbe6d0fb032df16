package vn.dancu.bus.camel.upstream;

/** What the steps of a route to another service hand on. */
final class UpstreamKeys {

    /** The call, an {@link vn.dancu.bus.upstream.call.UpstreamCall}: a property of the exchange. */
    static final String CALL = "DanCuUpstreamCall";

    private UpstreamKeys() {}
}
