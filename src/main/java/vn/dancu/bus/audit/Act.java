package vn.dancu.bus.audit;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;

/**
 * One thing that somebody did in the administration of the bus; listed in {@code docs/protocols/AL-EVENTS.md}.
 *
 * @param actor who
 * @param action what, as {@code <room>.<past-tense>} such as {@code policy.published}
 * @param partner the partner concerned; null when it concerns none or all
 * @param subject what else it concerns, such as {@code policy/7} or {@code event/<id>}; null when the partner says it all
 * @param detail evidence and reasons, by name; at most 2,000 characters each, never personal data of a citizen
 * @param personHash the citizen concerned, by {@link PersonHash}, so that who looked at somebody can be asked; null when
 *     it concerns none
 */
public record Act(
        Actor actor,
        String action,
        @Nullable PartnerId partner,
        @Nullable String subject,
        Map<String, String> detail,
        byte @Nullable [] personHash) {

    private static final Pattern ACTION = Pattern.compile("[a-z]+\\.[a-z]+(_[a-z]+)*");

    /** Written out: a compact constructor loses the nullness of an array. */
    public Act(
            Actor actor,
            String action,
            @Nullable PartnerId partner,
            @Nullable String subject,
            Map<String, String> detail,
            byte @Nullable [] personHash) {
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("An action is <room>.<past_tense> in lower case");
        }
        this.actor = actor;
        this.action = action;
        this.partner = partner;
        this.subject = subject;
        this.detail = Map.copyOf(detail);
        this.personHash = personHash;
    }

    /** An act that concerns no citizen. */
    public Act(
            Actor actor,
            String action,
            @Nullable PartnerId partner,
            @Nullable String subject,
            Map<String, String> detail) {
        this(actor, action, partner, subject, detail, null);
    }
}
