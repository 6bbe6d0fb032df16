package vn.dancu.bus.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;

/**
 * One consent, as it stands at the moment at which it was asked for; whose it is stands nowhere in it.
 *
 * @param partner the organisation that asked
 * @param reference the organisation's own number of the request
 * @param fields those asked for
 * @param days how long it holds once given
 * @param reason in the organisation's own words
 * @param shown the text that the person decides on
 * @param requestedAt when the organisation asked
 * @param answerBy until when the person can decide
 * @param changedAt when it came into its state
 * @param decision what the person decided last; null before
 */
public record Consent(
        UUID id,
        PartnerId partner,
        String reference,
        Purpose purpose,
        List<FieldPath> fields,
        int days,
        String reason,
        Shown shown,
        ConsentState state,
        Instant requestedAt,
        Instant answerBy,
        Instant changedAt,
        @Nullable Decided decision) {

    /**
     * The text shown to the person.
     *
     * @param version of the texts from which it was made
     */
    public record Shown(String version, String vietnamese, String english) {}

    /**
     * How the person decided.
     *
     * @param at when
     * @param consented the fields agreed to; empty when refused
     * @param endsAt the first moment at which it no longer holds; null when refused
     * @param channel how the person proved who it is
     */
    public record Decided(Instant at, List<FieldPath> consented, @Nullable Instant endsAt, Channel channel) {}

    /**
     * The way by which a person decides.
     *
     * @param through the partner whose door it was, such as the portal
     * @param account kind of the account, such as {@code portal_account}
     * @param issuer who vouches for the account
     * @param level of assurance of the sign-in; null where the issuer states none
     */
    public record Channel(PartnerId through, String account, String issuer, @Nullable String level) {}
}
