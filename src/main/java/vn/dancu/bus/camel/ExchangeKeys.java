package vn.dancu.bus.camel;

/** The exchange properties by which steps hand on what they know; {@link Outcome} has the headers. */
public final class ExchangeKeys {

    /** Who asks, an {@link vn.dancu.bus.inquiry.Caller}; set once, by the door. */
    public static final String CALLER = "DanCuCaller";

    /** The question that was asked, a {@link vn.dancu.bus.message.population.CitizenQuery}. */
    public static final String QUESTION = "DanCuQuestion";

    /** The wire that the message came on, {@code xml} or {@code json}; the answer goes back on the same. */
    public static final String FORMAT = "DanCuFormat";

    /** What was wrong with a message that was read with the reaction {@code collecting}. */
    public static final String FINDINGS = "DanCuFindings";

    private ExchangeKeys() {}
}
