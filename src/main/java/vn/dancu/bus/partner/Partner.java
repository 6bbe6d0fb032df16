package vn.dancu.bus.partner;

import java.util.Optional;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/**
 * One system of an authority, as it stands now.
 *
 * @param id the name it signs in with
 * @param name the authority's name, Vietnamese
 * @param agencyCode first-level agency code of QĐ 20/2020/QĐ-TTg, such as {@code H41}
 * @param dialect the wire variant it reads, by name
 * @param standing whether it may connect at the moment at which this was asked for, and why not
 */
public record Partner(PartnerId id, String name, String agencyCode, String dialect, PartnerState standing) {

    /** Whether a partner may connect. */
    public enum State {
        /** On the way through the steps to connection. */
        CONNECTING,
        /** The application was refused. */
        REFUSED,
        ACTIVE,
        /** The agreement has ended. */
        LAPSED,
        SUSPENDED,
        TERMINATED
    }

    /** A partner of whose state the name alone is known. */
    public Partner(PartnerId id, String name, String agencyCode, String dialect, State state) {
        this(id, name, agencyCode, dialect, PartnerState.of(state));
    }

    public State state() {
        return standing.name();
    }

    /** The code by which the partner is refused at every door; empty when it may connect. */
    public Optional<ErrorCode> objection() {
        return standing.objection();
    }
}
