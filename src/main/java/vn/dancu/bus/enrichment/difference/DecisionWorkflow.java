package vn.dancu.bus.enrichment.difference;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Takes decisions, waits for a second person where one is due, and has what was accepted merged: each step in one transaction. */
final class DecisionWorkflow implements Differences {

    private final JdbcDifferences rows;
    private final JdbcDecisions decisions;
    private final JdbcComparison comparison;
    private final JdbcDecisionLines lines;
    private final DecidedMerge merge;
    private final DecisionActs acts;
    private final TransactionTemplate transaction;

    DecisionWorkflow(
            JdbcDifferences rows,
            JdbcDecisions decisions,
            JdbcComparison comparison,
            JdbcDecisionLines lines,
            DecidedMerge merge,
            DecisionActs acts,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.decisions = decisions;
        this.comparison = comparison;
        this.lines = lines;
        this.merge = merge;
        this.acts = acts;
        this.transaction = transaction;
    }

    @Override
    public List<Difference> list(DifferenceFilter filter, @Nullable DifferenceKey after, int most) {
        return rows.list(filter, after, most);
    }

    @Override
    public long open(DifferenceFilter filter) {
        return rows.open(filter);
    }

    @Override
    public List<ComparedRecord> look(Actor by, List<DifferenceKey> keys, String reason) {
        List<Difference> found = rows.find(requireSome(keys));
        requireAll(keys, found);
        List<ComparedRecord> compared = comparison.of(found);
        transaction.executeWithoutResult(status -> acts.looked(by, compared, reason));
        return compared;
    }

    @Override
    public DecisionBatch decide(Actor by, DecisionOrder order) {
        return changed(
                () -> order.filter() == null ? decideNamed(by, order) : decideMatching(by, order, order.filter()));
    }

    private UUID decideMatching(Actor by, DecisionOrder order, DifferenceFilter filter) {
        if (filter.job() == null && filter.source() == null) {
            throw BusException.of(
                    ErrorCode.FIELD_MISSING, "job", "the job, or the source, whose differences are meant");
        }
        List<Difference> held = rows.lock(filter, order.decision(), DecisionOrder.MOST);
        if (held.isEmpty()) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "differences", "at least one that may be decided so");
        }
        return take(by, order, held);
    }

    private UUID decideNamed(Actor by, DecisionOrder order) {
        List<DifferenceKey> keys = requireSome(order.keys());
        List<Difference> held = rows.lock(keys);
        requireAll(keys, held);
        Optional<UUID> repeated = repeated(by, order, held);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        held.forEach(each -> requireDecidable(each, order.decision()));
        return take(by, order, held);
    }

    private static List<DifferenceKey> requireSome(List<DifferenceKey> keys) {
        if (keys.isEmpty() || keys.size() > AT_ONCE) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "differences", "1 to " + AT_ONCE + " of them");
        }
        return List.copyOf(new LinkedHashSet<>(keys));
    }

    private static void requireAll(List<DifferenceKey> keys, List<Difference> found) {
        if (found.size() != new LinkedHashSet<>(keys).size()) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "differences", "each as the bus names it");
        }
    }

    /** The decision of the same order once more, as after an answer that was lost. */
    private Optional<UUID> repeated(Actor by, DecisionOrder order, List<Difference> held) {
        UUID first = held.get(0).decision();
        if (first == null || held.stream().anyMatch(each -> !first.equals(each.decision()))) {
            return Optional.empty();
        }
        return decisions
                .find(first)
                .filter(known -> known.records() == held.size()
                        && known.decision() == order.decision()
                        && known.reason().equals(order.reason())
                        && known.proposedBy().equals(by.name()))
                .map(DecisionBatch::id);
    }

    private static void requireDecidable(Difference each, DifferenceDecision decision) {
        boolean isAskedAgain = decision == DifferenceDecision.ASK && each.state() == DifferenceState.ASKED;
        if (!each.state().isOpen() || isAskedAgain) {
            throw BusException.of(
                    ErrorCode.DIFFERENCE_DECIDED,
                    "differences",
                    each.key() + " is " + each.state().code());
        }
        if (!each.isEnded()) {
            throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "differences", "of a job that has its certificate");
        }
        if (decision == DifferenceDecision.ACCEPT && !each.isKnown()) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID,
                    "differences",
                    each.key() + " has a number that the register does not know");
        }
    }

    private UUID take(Actor by, DecisionOrder order, List<Difference> held) {
        Difference first = held.get(0);
        if (held.stream().anyMatch(each -> !each.source().equals(first.source()))) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "differences", "of one source");
        }
        UUID id = decisions.propose(by, order, first, held.size());
        boolean waits =
                order.decision() != DifferenceDecision.ASK && held.stream().anyMatch(Difference::isMarked);
        if (waits) {
            merge.requireMergeable(order.decision(), first.source());
            rows.hold(id, held, DifferenceState.PROPOSED);
            acts.proposed(by, found(id));
        } else {
            rows.hold(id, held, order.decision().state());
            end(by, id);
        }
        return id;
    }

    /** Does what a decision says, of differences that it holds. */
    private void end(Actor by, UUID id) {
        DecisionBatch batch = found(id);
        if (batch.decision() != DifferenceDecision.ASK) {
            rows.end(id, batch.decision().state());
        }
        if (batch.decision() == DifferenceDecision.ACCEPT) {
            merge.merge(batch);
        }
        decisions.end(id, DecisionBatch.State.DONE, by);
        acts.decided(by, found(id), decisions.lines(id));
    }

    @Override
    public DecisionBatch confirm(Actor by, UUID decision) {
        return changed(() -> {
            if (proposed(decision).proposedBy().equals(by.name())) {
                throw BusException.of(
                        ErrorCode.SECOND_PERSON_REQUIRED, "actor", "another person than the one who decided");
            }
            end(by, decision);
            return decision;
        });
    }

    @Override
    public DecisionBatch reject(Actor by, UUID decision, String reason) {
        return changed(() -> {
            DecisionBatch batch = proposed(decision);
            rows.open(decision);
            decisions.end(decision, DecisionBatch.State.REJECTED, by);
            acts.rejected(by, batch, reason);
            return decision;
        });
    }

    private DecisionBatch proposed(UUID decision) {
        DecisionBatch batch = decisions.lock(decision).orElseThrow(DecisionWorkflow::unknown);
        if (batch.state() != DecisionBatch.State.PROPOSED) {
            throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "state", DecisionBatch.State.PROPOSED.code());
        }
        return batch;
    }

    private DecisionBatch changed(Supplier<UUID> step) {
        DecisionBatch batch = transaction.execute(status -> found(step.get()));
        if (batch == null) {
            throw new IllegalStateException("A transaction gives what it made");
        }
        return batch;
    }

    private DecisionBatch found(UUID id) {
        return decisions.find(id).orElseThrow(DecisionWorkflow::unknown);
    }

    private static BusException unknown() {
        return BusException.of(ErrorCode.RESOURCE_UNKNOWN, "decision", "the id of a decision");
    }

    @Override
    public Optional<DecisionBatch> find(UUID decision) {
        return decisions.find(decision);
    }

    @Override
    public List<DecisionBatch> decisions(DecisionBatch.@Nullable State state, @Nullable UUID after, int most) {
        return decisions.list(state, after, most);
    }

    @Override
    public void writeDecisions(UUID job, OutputStream out) throws IOException {
        lines.write(job, out);
    }
}
