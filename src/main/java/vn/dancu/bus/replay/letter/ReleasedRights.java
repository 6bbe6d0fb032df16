package vn.dancu.bus.replay.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.inspection.MessageEvent;
import vn.dancu.bus.audit.inspection.MessageEvents;
import vn.dancu.bus.consent.ConsentCheck;
import vn.dancu.bus.delivery.Delivery;
import vn.dancu.bus.document.DocumentEntry;
import vn.dancu.bus.document.Documents;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Explanation;
import vn.dancu.bus.policy.Explanations;
import vn.dancu.bus.policy.FollowLists;

/**
 * Whether what was released for a message of the outbox would be released today too. Such a message holds values, and cannot be
 * made narrower: where the rights have become narrower it stays.
 */
final class ReleasedRights {

    private static final String ANSWER = "/answer";
    private static final String FOLLOW_LIST = "follow-list";
    private static final String CONSENT_REQUIRED = "required";
    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final int MAX_QUESTIONS = 1_000_000;

    private final Partners partners;
    private final Documents documents;
    private final Explanations explanations;
    private final FollowLists lists;
    private final ConsentCheck consents;
    private final MessageEvents events;

    ReleasedRights(
            Partners partners,
            Documents documents,
            Explanations explanations,
            FollowLists lists,
            ConsentCheck consents,
            MessageEvents events) {
        this.partners = partners;
        this.lists = lists;
        this.consents = consents;
        this.documents = documents;
        this.explanations = explanations;
        this.events = events;
    }

    /** Why that delivery may not leave today; empty where it may. */
    Optional<Refusal> objection(Delivery delivery, @Nullable PartnerId partner) {
        Optional<ErrorCode> standing = partner == null ? Optional.empty() : standing(partner);
        if (standing.isPresent()) {
            return standing.map(Refusal::of);
        }
        Optional<DocumentEntry> document = documentOf(delivery);
        if (partner == null || document.isEmpty()) {
            return Optional.empty();
        }
        boolean allowed = releases(partner, document.get(), delivery.createdAt()).entrySet().stream()
                .allMatch(one -> isAllowed(one.getKey(), one.getValue()));
        return allowed ? Optional.empty() : Optional.of(Refusal.of(ErrorCode.RIGHTS_NARROWED));
    }

    private Optional<ErrorCode> standing(PartnerId partner) {
        return partners.find(partner).isEmpty()
                ? Optional.of(ErrorCode.PARTNER_UNKNOWN)
                : partners.objectionTo(partner);
    }

    /** The outbox knows an answer by the document that asked. */
    private Optional<DocumentEntry> documentOf(Delivery delivery) {
        String key = delivery.onceKey();
        return key.endsWith(ANSWER) && key.length() == 36 + ANSWER.length()
                ? documents.find(UUID.fromString(key.substring(0, 36)))
                : Optional.empty();
    }

    /** What was released at once under one right. */
    private record Release(AccessRequest request, Set<FieldPath> fields) {}

    /** What the answer of a document was made of, by the right under which it was released, with the records of each. */
    private Map<Release, List<UUID>> releases(PartnerId partner, DocumentEntry document, Instant madeAt) {
        return events
                .ofPartner(partner, document.receivedAt(), madeAt.plus(MARGIN), "document", null, MAX_QUESTIONS)
                .stream()
                .filter(event -> event.kind() == RecordKind.ANSWER && belongs(event, document))
                .collect(Collectors.groupingBy(
                        event -> release(partner, event), Collectors.mapping(MessageEvent::id, Collectors.toList())));
    }

    private static boolean belongs(MessageEvent event, DocumentEntry document) {
        String id = document.id().toString();
        return Objects.equals(event.issue(), document.documentId())
                || event.messageId() != null && event.messageId().startsWith(id);
    }

    private static Release release(PartnerId partner, MessageEvent event) {
        return new Release(
                new AccessRequest(
                        partner,
                        new ServiceCode(String.valueOf(event.service())),
                        event.procedure(),
                        String.valueOf(event.officer()),
                        event.purpose() == null ? null : new Purpose(event.purpose()),
                        null,
                        event.issue(),
                        Set.of()),
                event.released().stream().map(FieldPath::of).collect(Collectors.toUnmodifiableSet()));
    }

    /** Lists of persons and consents change without the policy; a quota that is used up says nothing about a right. */
    private boolean isAllowed(Release release, List<UUID> records) {
        Explanation today = explanations.explain(release.request(), Explanations.Assumed.EVERYTHING, null);
        Explanation.Grant grant = today.grant();
        boolean refused = today.refusal() != null && today.refusal().code() != ErrorCode.QUOTA_EXCEEDED;
        if (grant == null || refused) {
            return false;
        }
        boolean covers = Set.copyOf(grant.fields()).containsAll(release.fields());
        return covers
                && (!grant.relationship().equals(FOLLOW_LIST)
                        || followsAll(release.request().partner(), records))
                && (!grant.consent().equals(CONSENT_REQUIRED) || allConsented(release, grant, records));
    }

    /** Who is asked about stands in the records alone; where one cannot be opened any more nobody can say, and it stays. */
    private boolean followsAll(PartnerId partner, List<UUID> records) {
        return records.stream().allMatch(record -> events.person(record)
                .map(person -> lists.contains(partner, person))
                .orElse(false));
    }

    private boolean allConsented(Release release, Explanation.Grant grant, List<UUID> records) {
        PartnerId partner = release.request().partner();
        return records.stream().allMatch(record -> events.person(record)
                .map(person ->
                        consents.inForce(partner, person, grant.purpose()).containsAll(release.fields()))
                .orElse(false));
    }
}
