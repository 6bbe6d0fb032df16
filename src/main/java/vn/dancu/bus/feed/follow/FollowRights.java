package vn.dancu.bus.feed.follow;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.feed.FollowTerms;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.AccessPolicy;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Decision;
import vn.dancu.bus.policy.Explanation;
import vn.dancu.bus.policy.Explanations;
import vn.dancu.bus.register.RegisterSettings;

/** What a partner may hear: that a field changed, where it may ask for the field by TraCuuThongTinCongDan. */
public final class FollowRights {

    private static final ServiceCode SERVICE =
            new ServiceCode(PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN.element());

    private static final String OF_FOLLOW_LIST = "follow-list";
    private static final String OF_CITIZEN = "citizen";

    /** Of a person nothing is assumed but a relationship, which is looked up; nobody follows by consent. */
    private static final Explanations.Assumed RELATED = new Explanations.Assumed(true, false);

    private final AccessPolicy policy;
    private final Explanations explanations;
    private final Partners partners;
    private final RegisterSettings register;

    FollowRights(AccessPolicy policy, Explanations explanations, Partners partners, RegisterSettings register) {
        this.policy = policy;
        this.explanations = explanations;
        this.partners = partners;
        this.register = register;
    }

    /**
     * A right by the policy as it stands.
     *
     * @param fields what may be asked for
     * @param needsRelationship whether each person must stand on the partner's own list
     */
    public record Right(Set<FieldPath> fields, boolean needsRelationship) {

        /** None. */
        public static final Right NONE = new Right(Set.of(), false);

        public Right {
            fields = Set.copyOf(fields);
        }
    }

    /** Throws {@code not_in_this_role} where the register is elsewhere: nobody hears here that it changes. */
    public void requireFeed() {
        register.requireTables();
    }

    /**
     * The right to follow people under these terms.
     *
     * @throws BusException with the code of the policy's refusal
     */
    Right required(FollowTerms terms) {
        requireFeed();
        Explanation explained = explained(terms);
        Refusal refusal = explained.refusal();
        if (refusal != null && refusal.code() != ErrorCode.QUOTA_EXCEEDED) {
            throw new BusException(refusal);
        }
        Right right = right(explained);
        if (right.equals(Right.NONE)) {
            throw BusException.of(ErrorCode.SERVICE_NOT_ALLOWED);
        }
        return right;
    }

    /** What may be heard now under terms that were once granted; {@link Right#NONE} where the policy has become narrower. */
    public Right current(FollowTerms terms) {
        Explanation explained = explained(terms);
        Refusal refusal = explained.refusal();
        boolean isRefused = refusal != null && refusal.code() != ErrorCode.QUOTA_EXCEEDED;
        return isRefused ? Right.NONE : right(explained);
    }

    /**
     * Whether the partner may follow that person; takes one from the quota.
     *
     * @return false where the relationship that the right demands is missing
     * @throws BusException with the code of any other refusal
     */
    boolean admits(FollowTerms terms, PersonalId person) {
        Decision decision = policy.decide(
                request(terms, person), partners.find(terms.partner()).orElse(null));
        if (decision instanceof Decision.Refused refused) {
            if (refused.refusal().code() == ErrorCode.RELATIONSHIP_MISSING) {
                return false;
            }
            throw new BusException(refused.refusal());
        }
        return true;
    }

    private Explanation explained(FollowTerms terms) {
        return explanations.explain(request(terms, null), RELATED, null);
    }

    /** A right to ask in person is none to follow. */
    private static Right right(Explanation explained) {
        Explanation.Grant grant = explained.grant();
        return grant == null || grant.relationship().equals(OF_CITIZEN)
                ? Right.NONE
                : new Right(Set.copyOf(grant.fields()), grant.relationship().equals(OF_FOLLOW_LIST));
    }

    private static AccessRequest request(FollowTerms terms, @Nullable PersonalId person) {
        return new AccessRequest(
                terms.partner(),
                SERVICE,
                terms.procedure(),
                terms.officer(),
                terms.purpose(),
                person,
                terms.issue(),
                Set.of());
    }
}
