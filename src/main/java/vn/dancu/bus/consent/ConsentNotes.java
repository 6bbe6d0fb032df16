package vn.dancu.bus.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.notice.NoticeKind;
import vn.dancu.bus.partner.notice.Notices;

/** The act of a change, which stands in the person's access log, and the notice by which the organisation hears of it. */
final class ConsentNotes {

    private static final Duration NOTICE_WITHIN = Duration.ofDays(1);

    private static final Map<ConsentState, String> VIETNAMESE = Map.of(
            ConsentState.GIVEN, "công dân đã đồng ý",
            ConsentState.REFUSED, "công dân không đồng ý",
            ConsentState.WITHDRAWN, "công dân đã rút lại sự đồng ý",
            ConsentState.LAPSED, "hết thời hạn trả lời",
            ConsentState.EXPIRED, "sự đồng ý đã hết thời hạn");

    private final Acts acts;
    private final Notices notices;
    private final SecretBox auditBox;

    /** @param auditBox of the use {@link PersonHash#USE} */
    ConsentNotes(Acts acts, Notices notices, SecretBox auditBox) {
        this.acts = acts;
        this.notices = notices;
        this.auditBox = auditBox;
    }

    /** The organisation asked; it need not be told. */
    void requested(Consent consent, PersonalId person) {
        record(consent, person, Actor.of(consent.partner()), null);
    }

    /** The person decided. */
    void decided(Consent consent, PersonalId person, Consent.Channel channel) {
        record(consent, person, Actor.CITIZEN, channel);
        announce(consent);
    }

    /** Time is over. */
    void over(Consent consent, PersonalId person) {
        record(consent, person, Actor.BUS, null);
        announce(consent);
    }

    private void record(Consent consent, PersonalId person, Actor actor, Consent.@Nullable Channel channel) {
        acts.record(new Act(
                actor,
                "consent." + consent.state().code(),
                consent.partner(),
                "consent/" + consent.id(),
                detail(consent, channel),
                PersonHash.of(auditBox, person)));
    }

    private static Map<String, String> detail(Consent consent, Consent.@Nullable Channel channel) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("purpose", consent.purpose().value());
        Consent.@Nullable Decided decision = consent.decision();
        List<FieldPath> consented = decision == null ? List.of() : decision.consented();
        List<FieldPath> fields = consented.isEmpty() ? consent.fields() : consented;
        detail.put("fields", fields.stream().map(FieldPath::value).collect(Collectors.joining(" ")));
        detail.put("text", consent.shown().version());
        Instant endsAt = decision == null ? null : decision.endsAt();
        if (endsAt != null) {
            detail.put("until", endsAt.toString());
        }
        if (channel != null) {
            detail.put("through", channel.through().value());
            detail.put("account", channel.account());
            detail.put("issuer", channel.issuer());
            String level = channel.level();
            if (level != null) {
                detail.put("level", level);
            }
        }
        return detail;
    }

    private void announce(Consent consent) {
        boolean unused = notices.write(
                consent.partner(),
                NoticeKind.CONSENT_CHANGED,
                "consent/" + consent.id() + "/" + consent.state().code(),
                consent.changedAt().plus(NOTICE_WITHIN),
                Map.of(
                        "id", consent.id().toString(),
                        "state", consent.state().code(),
                        "stateVi",
                                VIETNAMESE.getOrDefault(
                                        consent.state(), consent.state().code()),
                        "since", consent.changedAt().toString()));
    }
}
