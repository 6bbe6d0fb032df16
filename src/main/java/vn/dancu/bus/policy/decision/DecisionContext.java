package vn.dancu.bus.policy.decision;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.content.GrantTerms;
import vn.dancu.bus.policy.content.PartnerSelfSettings;
import vn.dancu.bus.policy.content.PolicyContent;

/** A request together with the partner, its rights and its own settings. */
final class DecisionContext {

    private final AccessRequest request;
    private final @Nullable Partner partner;
    private final PolicyContent.Entitlement entitlement;
    private final PartnerSelfSettings own;
    private final Instant now;
    private final PersonChecks checks;
    private final List<PolicyContent.Permission> ofService;
    private final PolicyContent.@Nullable Permission fitting;
    private @Nullable Set<FieldPath> consented;

    /** @param partner null when there is no such partner */
    DecisionContext(AccessRequest request, @Nullable Partner partner, Rights rights, Instant now, PersonChecks checks) {
        this.request = request;
        this.partner = partner;
        this.entitlement = rights.entitlement();
        this.own = rights.own();
        this.now = now;
        this.checks = checks;
        this.ofService = entitlement.permissions().getOrDefault(request.service(), List.of());
        this.fitting = firstFitting();
    }

    /** What is asked about the person, only where the grant that fits demands it. */
    record PersonChecks(RelationshipCheck relationship, BiFunction<AccessRequest, Purpose, Set<FieldPath>> consented) {}

    /** The rights by the policy and the partner's own settings. */
    record Rights(PolicyContent.Entitlement entitlement, PartnerSelfSettings own) {}

    AccessRequest request() {
        return request;
    }

    @Nullable
    Partner partner() {
        return partner;
    }

    PolicyContent.Entitlement entitlement() {
        return entitlement;
    }

    /** The permissions for the service, whatever the procedure and the purpose. */
    List<PolicyContent.Permission> ofService() {
        return ofService;
    }

    /** The permission that decides: the first that fits; null when none does. */
    PolicyContent.@Nullable Permission fitting() {
        return fitting;
    }

    boolean someCoversProcedure() {
        for (PolicyContent.Permission permission : ofService) {
            if (permission.covers(request.procedure())) {
                return true;
            }
        }
        return false;
    }

    boolean procedureIsOpen() {
        String procedure = request.procedure();
        return !own.closed().contains(procedure == null ? PolicyContent.NONE : procedure);
    }

    /** Officers whom the partner registered count only as long as the policy lets it register any. */
    boolean officerIsAdmitted() {
        return entitlement.admits(request.officer())
                || (entitlement.managedOfficers() > 0 && own.admits(request.officer(), now));
    }

    boolean someCoversPurpose() {
        for (PolicyContent.Permission permission : ofService) {
            if (permission.covers(request.procedure()) && fits(permission.purpose())) {
                return true;
            }
        }
        return false;
    }

    boolean releasesSomething() {
        return fitting != null && !fitting.fields().isEmpty();
    }

    /** The database is asked only where the grant that fits demands a follow list. */
    boolean isRelated() {
        if (fitting == null) {
            return false;
        }
        GrantTerms terms = fitting.terms();
        return switch (terms.demand()) {
            case NOTHING -> true;
            case CASE -> request.issue() != null && terms.fits(request.issue());
            case FOLLOW_LIST -> checks.relationship().follows(request);
            case CITIZEN -> request.inPerson();
        };
    }

    Refusal unrelated() {
        GrantTerms.Demand demand =
                fitting == null ? GrantTerms.Demand.CASE : fitting.terms().demand();
        if (demand == GrantTerms.Demand.CITIZEN) {
            return Refusal.of(
                    ErrorCode.RELATIONSHIP_MISSING, "MucDich", "must be asked by the person, at a citizens' door");
        }
        return demand == GrantTerms.Demand.CASE
                ? Refusal.of(
                        ErrorCode.RELATIONSHIP_MISSING,
                        "X-Road-Issue",
                        "must be the number of the case that is being handled, in the form agreed upon")
                : Refusal.of(
                        ErrorCode.RELATIONSHIP_MISSING,
                        "SoDinhDanh",
                        "must be the number of a person on the partner's own list");
    }

    /** The database is asked only where the grant that fits needs consent; something that is asked for must be covered. */
    boolean isConsented() {
        if (fitting == null || !fitting.terms().needsConsent()) {
            return fitting != null;
        }
        Set<FieldPath> asked = request.asked().isEmpty() ? fitting.fields() : request.asked();
        if (FieldPath.common(fitting.fields(), asked).isEmpty()) {
            return true; // nothing that needs consent can be released
        }
        Set<FieldPath> covered =
                FieldPath.common(fitting.fields(), checks.consented().apply(request, fitting.purpose()));
        consented = covered;
        return !FieldPath.common(covered, asked).isEmpty();
    }

    /** What may be released: of the grant that fits, what the person agreed to where it needs that. */
    Set<FieldPath> releasable(PolicyContent.Permission permission) {
        return consented == null ? permission.fields() : consented;
    }

    Refusal unconsented() {
        if (fitting == null) {
            return Refusal.of(ErrorCode.CONSENT_MISSING);
        }
        Set<FieldPath> needed =
                request.asked().isEmpty() ? fitting.fields() : FieldPath.common(fitting.fields(), request.asked());
        return Refusal.of(
                ErrorCode.CONSENT_MISSING,
                "SoDinhDanh",
                "must be the number of a person who has agreed to purpose " + fitting.purpose() + " and fields "
                        + needed.stream().map(FieldPath::value).collect(Collectors.joining(", ")));
    }

    private PolicyContent.@Nullable Permission firstFitting() {
        for (PolicyContent.Permission permission : ofService) {
            if (permission.covers(request.procedure())
                    && fits(permission.purpose())
                    && permission.terms().admits(request.officer())) {
                return permission;
            }
        }
        return null;
    }

    private boolean fits(Purpose purpose) {
        return request.purpose() == null || request.purpose().equals(purpose);
    }
}
