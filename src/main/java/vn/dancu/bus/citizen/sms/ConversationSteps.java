package vn.dancu.bus.citizen.sms;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.batch.BatchConsumer;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Takes the steps of many texts in one transaction: their states, their acts and their notices become durable together. After an error of
 * its batch each step is taken by itself, so that none fails for another.
 */
final class ConversationSteps extends BatchConsumer<PendingStep> {

    /** As many texts as may wait; more are tried again later. */
    private static final int MAX_WAITING = 1024;

    private static final int MAX_BATCH = 64;

    /** A transaction costs several times what a text in it costs. */
    private static final Duration MIN_PAUSE = Duration.ofMillis(1);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** While one waits for the disk, the other can begin. */
    private static final List<String> THREADS = List.of("dancu-citizen-sms-1", "dancu-citizen-sms-2");

    private final JdbcConversationStates states;
    private final ConversationRules rules;
    private final ConversationRecords records;
    private final TransactionOperations transactions;
    private final Clock clock;

    ConversationSteps(
            JdbcConversationStates states,
            ConversationRules rules,
            ConversationRecords records,
            TransactionOperations transactions,
            QuestionsInFlight questions,
            Clock clock) {
        super(MAX_WAITING, MAX_BATCH, MIN_PAUSE, questions::count, THREADS);
        this.states = states;
        this.rules = rules;
        this.records = records;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes the step and returns what came of it when that is durable. */
    ConversationOutcome take(ConversationStep step) {
        PendingStep pending = new PendingStep(step);
        if (!isRunning() || !offer(pending)) {
            throw BusException.of(ErrorCode.OVERLOADED);
        }
        return pending.await(TIMEOUT);
    }

    @Override
    protected boolean isAwaited(PendingStep pending) {
        return !pending.isDone();
    }

    @Override
    protected void consume(List<PendingStep> batch) {
        try {
            List<ConversationOutcome> outcomes =
                    Objects.requireNonNull(transactions.execute(status -> takeInTransaction(batch)));
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).end(outcomes.get(i));
            }
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                batch.get(0).fail(e);
            } else {
                batch.forEach(each -> consume(List.of(each)));
            }
        }
    }

    private List<ConversationOutcome> takeInTransaction(List<PendingStep> batch) {
        Instant now = clock.instant();
        List<ConversationStep> steps = batch.stream().map(PendingStep::step).toList();
        Map<ByteBuffer, NumberState> numbers = states.lockNumbers(
                steps.stream().map(step -> ByteBuffer.wrap(step.number())).collect(Collectors.toSet()), now);
        Map<ByteBuffer, PersonState> people = people(steps, now);
        List<ConversationRules.Decision> decisions = new ArrayList<>();
        for (ConversationStep step : steps) {
            NumberState number = Objects.requireNonNull(numbers.get(ByteBuffer.wrap(step.number())));
            decisions.add(rules.decide(step, number, person(step, people), now));
        }
        states.saveNumbers(numbers.values());
        if (!people.isEmpty()) {
            states.savePeople(people.values());
        }
        records.record(steps, decisions);
        return decisions.stream().map(ConversationRules.Decision::outcome).toList();
    }

    private Map<ByteBuffer, PersonState> people(List<ConversationStep> steps, Instant now) {
        var hashes = steps.stream()
                .map(ConversationStep::person)
                .filter(Objects::nonNull)
                .map(person -> ByteBuffer.wrap(person.hash()))
                .collect(Collectors.toSet());
        return hashes.isEmpty() ? Map.of() : states.lockPeople(hashes, now);
    }

    private static @Nullable PersonState person(ConversationStep step, Map<ByteBuffer, PersonState> people) {
        ConversationStep.ConcernedPerson concerned = step.person();
        return concerned == null ? null : people.get(ByteBuffer.wrap(concerned.hash()));
    }
}
