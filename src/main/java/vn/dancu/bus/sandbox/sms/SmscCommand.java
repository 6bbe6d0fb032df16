package vn.dancu.bus.sandbox.sms;

import java.util.EnumSet;
import java.util.Set;
import vn.dancu.bus.sandbox.fault.Fault.Kind;

/** The names of commands in a plan of faults, and what can be played. */
final class SmscCommand {

    /** SLOW, SILENT, DROP; FAIL with a command status refuses the bind. */
    static final String BIND = "bind";

    /** Those that answer a query of the link: SLOW, SILENT, DROP. */
    static final String ENQUIRE_LINK = "enquire_link";

    /**
     * SLOW, SILENT, TRUNCATED, GARBAGE and LOST once the message is taken (LOST closes the connection before the response);
     * FAIL with a command status and DROP without taking it.
     */
    static final String SUBMIT_SM = "submit_sm";

    /**
     * DROP, LOST (sent, and the connection closed before the response), DUPLICATE (sent again after it was taken), SLOW;
     * TRUNCATED and GARBAGE send something broken first.
     */
    static final String DELIVER_SM = "deliver_sm";

    /** SILENT never comes, EARLY comes before the response to submit_sm, DUPLICATE, SLOW; FAIL with a final state. */
    static final String RECEIPT = "receipt";

    static final Set<Kind> PLAYED = EnumSet.of(
            Kind.SLOW,
            Kind.FAIL,
            Kind.GARBAGE,
            Kind.TRUNCATED,
            Kind.LOST,
            Kind.DUPLICATE,
            Kind.DROP,
            Kind.SILENT,
            Kind.EARLY);

    private SmscCommand() {}
}
