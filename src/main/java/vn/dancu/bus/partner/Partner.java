package vn.dancu.bus.partner;

import vn.dancu.bus.kernel.PartnerId;

/**
 * One system of an authority, as it stands now.
 *
 * @param id the name it signs in with
 * @param name the authority's name, Vietnamese
 * @param agencyCode first-level agency code of QĐ 20/2020/QĐ-TTg, such as {@code H41}
 * @param dialect the wire variant it reads, by name
 * @param state whether it may connect
 */
public record Partner(PartnerId id, String name, String agencyCode, String dialect, State state) {

    /** Whether a partner may connect. */
    public enum State {
        /** On the way through the steps to connection. */
        CONNECTING,
        /** The application was refused. */
        REFUSED,
        ACTIVE,
        SUSPENDED,
        TERMINATED
    }
}
