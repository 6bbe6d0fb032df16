package vn.dancu.bus.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;

/** What a person decides; and the end of what the person leaves undecided, or of what was given. */
final class ConsentDecider implements Consents, ConsentOverview {

    private static final int OVER_AT_ONCE = 200;

    private final JdbcConsents store;
    private final TransactionTemplate transaction;
    private final PersonSeal seal;
    private final ConsentNotes notes;
    private final Clock clock;

    ConsentDecider(
            JdbcConsents store, TransactionTemplate transaction, PersonSeal seal, ConsentNotes notes, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.seal = seal;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public List<Consent> of(List<PersonalId> person, @Nullable UUID after, int limit) {
        return store.of(hashes(person), after, limit, now());
    }

    @Override
    public Consent give(
            List<PersonalId> person,
            UUID id,
            String textVersion,
            @Nullable Set<FieldPath> fields,
            Consent.Channel channel) {
        return step(person, id, ConsentState.REQUESTED, ConsentState.GIVEN, channel, (consent, now) -> {
            if (!consent.shown().version().equals(textVersion)) {
                throw BusException.of(ErrorCode.VERSION_OUTDATED, "phienBan", "the version of the text that is shown");
            }
            Set<FieldPath> consented = fields == null ? Set.copyOf(consent.fields()) : fields;
            if (consented.isEmpty() || !consent.fields().containsAll(consented)) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "truong", "some of the fields that were asked for");
            }
            Instant endsAt = now.plus(Duration.ofDays(consent.days()));
            List<FieldPath> inOrder =
                    consent.fields().stream().filter(consented::contains).toList();
            store.decide(id, ConsentState.GIVEN, new Consent.Decided(now, inOrder, endsAt, channel));
        });
    }

    @Override
    public Consent refuse(List<PersonalId> person, UUID id, Consent.Channel channel) {
        return step(
                person,
                id,
                ConsentState.REQUESTED,
                ConsentState.REFUSED,
                channel,
                (consent, now) ->
                        store.decide(id, ConsentState.REFUSED, new Consent.Decided(now, List.of(), null, channel)));
    }

    @Override
    public Consent withdraw(List<PersonalId> person, UUID id, Consent.Channel channel) {
        return step(
                person,
                id,
                ConsentState.GIVEN,
                ConsentState.WITHDRAWN,
                channel,
                (consent, now) -> store.move(id, ConsentState.WITHDRAWN, now));
    }

    @Override
    public Optional<Consent> find(UUID id) {
        return store.find(id, now());
    }

    @Override
    public List<Count> counts() {
        return store.counts();
    }

    /** Writes down those whose time is over, with their acts and notices. */
    void endOver() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> {
                Instant now = now();
                List<JdbcConsents.Owned> over = store.over(now, OVER_AT_ONCE);
                for (JdbcConsents.Owned one : over) {
                    store.move(one.consent().id(), one.consent().state(), now);
                    Consent ended = store.find(one.consent().id(), now).orElseThrow();
                    notes.over(ended, seal.open(one.personSealed()));
                }
                return over.size() == OVER_AT_ONCE;
            }));
        }
    }

    /** Deletes those that ended so long ago, given or not. */
    void deleteOld(DataDeletion deletion, Period keep) {
        deletion.run(
                "consent.deleted", now().atOffset(ZoneOffset.UTC).minus(keep).toInstant(), store::deleteEnded);
    }

    private Consent step(
            List<PersonalId> person,
            UUID id,
            ConsentState from,
            ConsentState to,
            Consent.Channel channel,
            BiConsumer<Consent, Instant> change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Instant now = now();
            Consent consent =
                    store.hold(hashes(person), id, now).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
            if (consent.state() == to) {
                return consent;
            }
            if (consent.state() != from) {
                throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "trangThai", "must be " + from.code());
            }
            change.accept(consent, now);
            Consent changed = store.find(id, now).orElseThrow();
            notes.decided(changed, person.get(0), channel);
            return changed;
        }));
    }

    private byte[][] hashes(List<PersonalId> person) {
        return person.stream().map(seal::hash).toArray(byte[][]::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
