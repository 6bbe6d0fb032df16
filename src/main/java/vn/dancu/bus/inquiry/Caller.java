package vn.dancu.bus.inquiry;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.Partner;

/**
 * Who asks. The door proves the partner and looks it up, once; nobody behind the door does so again.
 *
 * @param partner who proved to be asking, as it stands now; null where there is no such partner
 * @param objection why the partner may not ask now, where the door knows; each of its questions is then refused with it
 * @param origin how the message came in
 */
public record Caller(@Nullable Partner partner, @Nullable ErrorCode objection, InquiryOrigin origin) {

    public Caller(Partner partner, InquiryOrigin origin) {
        this(partner, null, origin);
    }

    /** The dialect in which the partner reads XML; null where there is no such partner. */
    public @Nullable String dialect() {
        return partner == null ? null : partner.dialect();
    }
}
