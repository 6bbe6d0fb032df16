package vn.dancu.bus.policy;

import org.jspecify.annotations.Nullable;

/** Says how a question would be decided and why, without asking it: nothing is looked up and no quota is taken. */
public interface Explanations {

    /**
     * The rules of the access decision one by one, as they stand now or as they would by a draft.
     *
     * @param request without a person: nobody's number is needed
     * @param assumed what would hold of the person
     * @param draft the draft that would decide; null for the published version
     * @throws vn.dancu.bus.kernel.BusException with {@code policy_unavailable} when no version was ever published,
     *     {@code resource_unknown} when there is no such draft, {@code field_invalid} when something in it is wrong
     */
    Explanation explain(AccessRequest request, Assumed assumed, @Nullable Long draft);

    /**
     * What is assumed of a person who is not named.
     *
     * @param related whether the person would be on the partner's list, or ask in person, for grants that demand it
     * @param consented whether a consent to all the fields would be in force, for grants that need it
     */
    record Assumed(boolean related, boolean consented) {

        /** Whatever a grant demands of the person would hold. */
        public static final Assumed EVERYTHING = new Assumed(true, true);
    }
}
