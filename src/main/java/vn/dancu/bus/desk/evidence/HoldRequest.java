package vn.dancu.bus.desk.evidence;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.evidence.retention.LegalHolds;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;

/**
 * What is to be held; a person by {@code soDinhDanh} or {@code soCMND}, at most one of them; by a freeze order when it names
 * the authority that ordered it and the scope.
 */
public record HoldRequest(
        String reason,
        String decision,
        @Nullable RecordKind kind,
        Instant since,
        Instant until,
        @Nullable String partner,
        @Nullable String soDinhDanh,
        @Nullable String soCMND,
        @Nullable String orderingAuthority,
        @Nullable List<LegalHolds.Scope> scope) {

    public HoldRequest {
        reason = ActReason.checked("reason", reason);
        decision = ActReason.checked("decision", decision);
        if (!since.isBefore(until)) {
            throw invalid("until", "later than since");
        }
        if (partner != null && !PartnerId.isValid(partner)) {
            throw invalid("partner", "the id of a partner");
        }
        if (soDinhDanh != null && !PersonalId.isDigits(soDinhDanh, PersonalId.Kind.SO_DINH_DANH.length())) {
            throw invalid("soDinhDanh", "12 digits");
        }
        if (soCMND != null && (soDinhDanh != null || !PersonalId.isDigits(soCMND, PersonalId.Kind.SO_CMND.length()))) {
            throw invalid("soCMND", "9 digits, and no soDinhDanh beside it");
        }
        if (orderingAuthority != null) {
            orderingAuthority = ActReason.checked("orderingAuthority", orderingAuthority);
        }
        if ((orderingAuthority == null) != (scope == null)) {
            throw invalid(
                    orderingAuthority == null ? "orderingAuthority" : "scope",
                    "stated by a freeze order, together with the other");
        }
        if (scope != null && (scope.isEmpty() || scope.stream().anyMatch(Objects::isNull))) {
            throw invalid("scope", "at least one of LOGS, DATA, CONFIGURATION");
        }
    }

    public LegalHolds.Placement placement() {
        PersonalId person = null;
        if (soDinhDanh != null) {
            person = PersonalId.soDinhDanh(soDinhDanh);
        } else if (soCMND != null) {
            person = PersonalId.soCmnd(soCMND);
        }
        LegalHolds.FreezeOrder freeze = orderingAuthority == null || scope == null
                ? null
                : new LegalHolds.FreezeOrder(orderingAuthority, EnumSet.copyOf(scope));
        return new LegalHolds.Placement(reason, decision, kind, since, until, partner, person, freeze);
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "HoldRequest[" + decision + "]";
    }
}
