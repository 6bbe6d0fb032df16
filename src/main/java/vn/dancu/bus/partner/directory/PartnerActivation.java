package vn.dancu.bus.partner.directory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.KnownDialects;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerLifecycle;

/** Brings a partner from its application to its first connection; takes part in the caller's transaction if there is one. */
final class PartnerActivation implements PartnerLifecycle {

    private final JdbcPartnerActivation store;
    private final TransactionTemplate transaction;
    private final Acts acts;
    private final KnownDialects dialects;
    private final PartnerCache partners;

    PartnerActivation(
            JdbcPartnerActivation store,
            TransactionTemplate transaction,
            Acts acts,
            KnownDialects dialects,
            PartnerCache partners) {
        this.store = store;
        this.transaction = transaction;
        this.acts = acts;
        this.dialects = dialects;
        this.partners = partners;
    }

    @Override
    public void open(Partner applicant, Actor by) {
        if (applicant.state() != Partner.State.CONNECTING) {
            throw new IllegalArgumentException("A partner that is opened is connecting");
        }
        if (!dialects.knows(applicant.dialect())) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "dialect", "a dialect that the bus speaks");
        }
        transaction.executeWithoutResult(status -> {
            if (!store.insert(applicant)) {
                throw BusException.of(ErrorCode.RESOURCE_EXISTS, "partner", "an id that nobody has");
            }
            record(
                    "partner.opened",
                    applicant.id(),
                    by,
                    Map.of(
                            "name", applicant.name(),
                            "agencyCode", applicant.agencyCode(),
                            "dialect", applicant.dialect()));
        });
    }

    @Override
    public void refuse(PartnerId partner, String reason, Actor by) {
        transaction.executeWithoutResult(status -> {
            require(store.refuse(partner), partner, "refused from connecting");
            record("partner.refused", partner, by, Map.of("reason", reason));
        });
    }

    @Override
    public void goLive(PartnerId partner, @Nullable LocalDate agreementEnds, Actor by) {
        transaction.executeWithoutResult(status -> {
            require(store.goLive(partner, agreementEnds), partner, "goes live from connecting");
            record("partner.went_live", partner, by, ends(agreementEnds));
        });
    }

    @Override
    public void renewAgreement(PartnerId partner, @Nullable LocalDate agreementEnds, Actor by) {
        transaction.executeWithoutResult(status -> {
            require(
                    store.renew(partner, agreementEnds),
                    partner,
                    "takes a new agreement while active, lapsed or suspended");
            record("partner.agreement_renewed", partner, by, ends(agreementEnds));
        });
    }

    private void require(boolean moved, PartnerId partner, String rule) {
        if (!moved) {
            throw store.exists(partner)
                    ? BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "partner", rule)
                    : BusException.of(ErrorCode.RESOURCE_UNKNOWN, "partner", "the id of a partner");
        }
    }

    private void record(String action, PartnerId partner, Actor by, Map<String, String> detail) {
        acts.record(new Act(by, action, partner, null, detail));
        partners.refreshWhenCommitted();
    }

    private static Map<String, String> ends(@Nullable LocalDate agreementEnds) {
        Map<String, String> detail = new HashMap<>();
        if (agreementEnds != null) {
            detail.put("agreementEnds", agreementEnds.toString());
        }
        return detail;
    }
}
