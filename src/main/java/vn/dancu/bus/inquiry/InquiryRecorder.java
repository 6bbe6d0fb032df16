package vn.dancu.bus.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.AuditTrail;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.audit.ReleasedPersons;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.policy.Decision;

/** Makes the audit record of one question. */
class InquiryRecorder {

    private static final Logger LOGGER = LoggerFactory.getLogger(InquiryRecorder.class);

    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{9,}");

    private final AuditTrail trail;
    private final ReleasedPersons persons;
    private final Clock clock;

    InquiryRecorder(AuditTrail trail, ReleasedPersons persons, Clock clock) {
        this.trail = trail;
        this.persons = persons;
        this.clock = clock;
    }

    /** When the register was asked, when it had answered, and since when the answer has been ready. */
    record Times(Instant askedAt, Instant heardAt, Instant readyAt) {}

    /** What is about to leave: field names that go and that stay, how many bytes, when, and under what it was kept where it was. */
    record Leaving(
            ResultStatus status,
            Set<FieldPath> released,
            Set<FieldPath> withheld,
            int bytes,
            Times times,
            AuditRecord.@Nullable Kept kept) {}

    /** Returns when the record is durable; throws when it cannot be. */
    Receipt answer(UUID event, InquiryOrigin contact, CitizenQuery query, Decision.Granted granted, Leaving leaving) {
        return trail.append(new AuditRecord(
                event,
                who(contact, query, granted),
                what(query, granted, leaving.released(), leaving.withheld()),
                query.number(),
                how(contact, query, leaving.bytes(), leaving.times().readyAt(), trace(contact, leaving)),
                leaving.status().code(),
                null,
                contact.onceKey(),
                question(contact)));
    }

    /** Records the others of a household whose data is about to leave, each for the own log; throws when they cannot be recorded. */
    void others(UUID event, InquiryOrigin contact, CitizenQuery query, Decision.Granted granted, Answer answer) {
        if (answer instanceof Answer.OfHousehold found && found.household() != null && contact.partner() != null) {
            ReleasedPersons.Release release = new ReleasedPersons.Release(
                    event, contact.partner(), query.operation().service(), granted.purpose());
            persons.record(release, others(query, found.household()));
        }
    }

    private static Set<PersonalId> others(CitizenQuery query, Household household) {
        return Stream.concat(Stream.ofNullable(household.head()), household.members().stream())
                .flatMap(person -> number(person).stream())
                .filter(number -> !number.equals(query.number()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<PersonalId> number(RelatedPerson person) {
        return person.soDinhDanh() != null
                ? Optional.of(PersonalId.soDinhDanh(person.soDinhDanh()))
                : Optional.ofNullable(person.soCmnd()).map(PersonalId::soCmnd);
    }

    /** A refusal releases no data, so it is answered even when its record fails; the failure is logged. */
    void refusal(
            InquiryOrigin contact,
            @Nullable CitizenQuery query,
            Decision.@Nullable Granted granted,
            Set<FieldPath> withheld,
            Refusal refusal) {
        AuditRecord entry = new AuditRecord(
                refusal.occurrence(),
                who(contact, query, granted),
                what(query, granted, Set.of(), withheld),
                query == null ? null : query.number(),
                how(contact, query, 0, clock.instant(), trace(contact, refusal)),
                refusal.code().code(),
                refusal.code(),
                null,
                question(contact));
        try {
            trail.append(entry);
        } catch (RuntimeException e) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.OCCURRENCE, refusal.occurrence())
                    .addKeyValue(LogKeys.ERROR_CODE, refusal.code())
                    .addKeyValue(LogKeys.DOOR, contact.door())
                    .addKeyValue(LogKeys.CAUSE, UnexpectedFailure.describe(e))
                    .log("A refusal could not be recorded");
        }
    }

    private static AuditRecord.@Nullable Question question(InquiryOrigin contact) {
        byte[] content = contact.question();
        String id = contact.messageId();
        return content == null || id == null ? null : new AuditRecord.Question(id, content);
    }

    private static AuditRecord.Who who(
            InquiryOrigin contact, @Nullable CitizenQuery query, Decision.@Nullable Granted granted) {
        PartnerId partner = contact.partner() != null ? contact.partner() : contact.claimed();
        return new AuditRecord.Who(
                partner == null ? null : partner.value(),
                query == null ? null : query.officer(),
                query == null ? null : query.procedure(),
                granted != null ? granted.purpose() : query == null ? null : query.purpose());
    }

    private static AuditRecord.What what(
            @Nullable CitizenQuery query,
            Decision.@Nullable Granted granted,
            Set<FieldPath> released,
            Set<FieldPath> withheld) {
        return new AuditRecord.What(
                query == null ? null : query.operation().service(),
                released,
                withheld,
                granted == null ? 0 : granted.policyVersion(),
                granted == null ? null : granted.policyHash());
    }

    private static AuditRecord.How how(
            InquiryOrigin contact,
            @Nullable CitizenQuery query,
            int bytesOut,
            Instant answeredAt,
            AuditRecord.Trace trace) {
        return new AuditRecord.How(
                contact.door(),
                query == null ? contact.messageId() : query.requestId(),
                contact.bytesIn(),
                bytesOut,
                contact.receivedAt(),
                answeredAt,
                trace);
    }

    private static AuditRecord.Trace trace(InquiryOrigin contact, Leaving leaving) {
        AuditRecord.Trace trace = trace(
                contact.traits(), leaving.times().askedAt(), leaving.times().heardAt(), null);
        return leaving.kept() == null ? trace : trace.keptAs(leaving.kept());
    }

    /** A rule holds no value that was sent; a field's name may, where an asker made a name of a number. */
    private static AuditRecord.Trace trace(InquiryOrigin contact, Refusal refusal) {
        String field = refusal.field();
        String fault = field == null ? null : LONG_NUMBER.matcher(field).replaceAll("#") + ": " + refusal.rule();
        return trace(contact.traits(), null, null, fault);
    }

    private static AuditRecord.Trace trace(
            InquiryOrigin.Traits traits, @Nullable Instant askedAt, @Nullable Instant heardAt, @Nullable String fault) {
        return new AuditRecord.Trace(
                traits.issue(),
                traits.representedParty(),
                traits.method(),
                traits.path(),
                traits.clientAddress(),
                askedAt,
                heardAt,
                fault,
                traits.replay(),
                null);
    }
}
