package vn.dancu.bus.citizen.sms;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.SmsChannel;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.SecretBox;

/** The state of the channel, changed with its act in one transaction. */
final class KeptSmsChannel implements SmsChannel {

    private final JdbcConversationStates states;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final SecretBox people;
    private final Clock clock;

    /** @param people the box of {@link PersonHash} */
    KeptSmsChannel(
            JdbcConversationStates states,
            Acts acts,
            TransactionOperations transactions,
            SecretBox people,
            Clock clock) {
        this.states = states;
        this.acts = acts;
        this.transactions = transactions;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public State state(VerifiedCitizen citizen) {
        return change(citizen, null, (person, now) -> {});
    }

    @Override
    public State stop(VerifiedCitizen citizen) {
        return change(citizen, "citizen.sms_stopped", PersonState::stop);
    }

    @Override
    public State reopen(VerifiedCitizen citizen) {
        if (citizen.proof().kind() == Proof.Kind.SUBSCRIBER) {
            throw BusException.of(ErrorCode.ASSURANCE_TOO_LOW);
        }
        return change(citizen, "citizen.sms_reopened", (person, now) -> person.reopen());
    }

    private State change(VerifiedCitizen citizen, @Nullable String action, Change change) {
        byte[] hash = PersonHash.of(people, citizen.number());
        return Objects.requireNonNull(transactions.execute(status -> {
            Instant now = clock.instant();
            PersonState person = states.lockPeople(Set.of(ByteBuffer.wrap(hash)), now)
                    .values()
                    .iterator()
                    .next();
            change.apply(person, now);
            if (action != null) {
                states.savePeople(List.of(person));
                acts.record(new Act(
                        Actor.CITIZEN,
                        action,
                        null,
                        null,
                        Map.of(
                                "proof",
                                citizen.proof().kind().name().toLowerCase(Locale.ROOT),
                                "issuer",
                                citizen.proof().issuer()),
                        hash));
            }
            return stateOf(person, now);
        }));
    }

    private static State stateOf(PersonState person, Instant now) {
        return new State(
                person.stoppedAt(),
                person.failures().isLocked(now) ? person.failures().lockedUntil() : null);
    }

    @FunctionalInterface
    private interface Change {
        void apply(PersonState person, Instant now);
    }
}
