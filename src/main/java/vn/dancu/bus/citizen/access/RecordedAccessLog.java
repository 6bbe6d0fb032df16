package vn.dancu.bus.citizen.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.audit.inspection.PersonEvent;
import vn.dancu.bus.audit.inspection.PersonEvents;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.register.PersonNumbers;

/** Reads the log under every number of the person, and records the look before it gives what it read. */
final class RecordedAccessLog implements AccessLog {

    private final PersonEvents events;
    private final PersonNumbers numbers;
    private final Concealments concealments;
    private final AccessEntryMapper mapper;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final SecretBox box;
    private final Clock clock;

    RecordedAccessLog(
            PersonEvents events,
            PersonNumbers numbers,
            Concealments concealments,
            AccessEntryMapper mapper,
            Acts acts,
            TransactionOperations transactions,
            SecretBox box,
            Clock clock) {
        this.events = events;
        this.numbers = numbers;
        this.concealments = concealments;
        this.mapper = mapper;
        this.acts = acts;
        this.transactions = transactions;
        this.box = box;
        this.clock = clock;
    }

    @Override
    public AccessPage page(VerifiedCitizen citizen, AccessQuery query) {
        PersonEvents.Query wanted = wanted(citizen, start(query.from()), start(next(query.until())), query.own());
        List<PersonEvent> found = events.list(wanted, query.after(), query.limit() + 1);
        boolean isLast = found.size() <= query.limit();
        List<PersonEvent> shown = isLast ? found : found.subList(0, query.limit());
        Map<String, String> detail = new TreeMap<>();
        put(detail, "from", query.from());
        put(detail, "until", query.until());
        put(detail, "after", query.after());
        detail.put("entries", Integer.toString(shown.size()));
        record(citizen, detail);
        return new AccessPage(
                shown.stream().map(mapper::entry).toList(),
                isLast ? null : shown.get(shown.size() - 1).cursor().toString(),
                events.keptSince().orElse(null));
    }

    @Override
    public AccessSummary summary(VerifiedCitizen citizen) {
        Instant yearAgo = clock.instant().atZone(WorkingDays.ZONE).minusYears(1).toInstant();
        PersonEvents.Query wanted = wanted(citizen, yearAgo, null, false);
        int count = events.count(wanted, AccessSummary.MOST);
        int own = events.countOwnAnswers(wanted, AccessSummary.MOST);
        List<AccessSummary.Use> last = events.list(wanted, null, AccessSummary.LAST).stream()
                .map(mapper::use)
                .toList();
        record(citizen, Map.of("entries", Integer.toString(last.size())));
        return new AccessSummary(count, own, last);
    }

    @Override
    public Optional<AccessEntry> find(VerifiedCitizen citizen, UUID entry) {
        return events.find(wanted(citizen, null, null, true), entry).map(mapper::entry);
    }

    private PersonEvents.Query wanted(
            VerifiedCitizen citizen, @Nullable Instant from, @Nullable Instant until, boolean own) {
        return new PersonEvents.Query(numbers.of(citizen.number()), from, until, own, concealments.at(clock.instant()));
    }

    private void record(VerifiedCitizen citizen, Map<String, String> said) {
        Map<String, String> detail = new TreeMap<>(said);
        detail.put("proof", citizen.proof().kind().name().toLowerCase(Locale.ROOT));
        detail.put("issuer", citizen.proof().issuer());
        byte[] hash = PersonHash.of(box, citizen.number());
        Act act = new Act(Actor.CITIZEN, "citizen.access_log_viewed", null, null, detail, hash);
        transactions.executeWithoutResult(status -> acts.record(act));
    }

    private static void put(Map<String, String> detail, String name, @Nullable Object value) {
        if (value != null) {
            detail.put(name, Objects.toString(value));
        }
    }

    private static @Nullable LocalDate next(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(WorkingDays.ZONE).toInstant();
    }
}
