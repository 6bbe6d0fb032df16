package vn.dancu.bus.partner.conformance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.conformance.result.ConformanceResult;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Sha256;

/** Takes results in, each with its act in the audit trail, and answers for the gate. */
final class RecordedResults implements ConformanceResults {

    private final JdbcConformanceResults results;
    private final ResultCheck check;
    private final boolean required;
    private final Acts acts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RecordedResults(
            JdbcConformanceResults results,
            ResultCheck check,
            boolean required,
            Acts acts,
            TransactionTemplate transactions,
            Clock clock) {
        this.results = results;
        this.check = check;
        this.required = required;
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public ReceivedResult receive(PartnerId partner, SignedResult signed, Actor by) {
        if (!results.hasPartner(partner)) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        Instant now = clock.instant();
        ResultCheck.Checked checked = check.check(partner, signed, now);
        ReceivedResult received =
                new ReceivedResult(Sha256.hex(signed.compact()), checked.signer(), checked.result(), by.name(), now);
        transactions.executeWithoutResult(status -> {
            if (results.insert(partner, received)) {
                acts.record(act(partner, received, by));
            } else if (!results.has(partner, received.sha256())) {
                throw BusException.of(
                        ErrorCode.RESOURCE_EXISTS, "run", "a run of which no other document was handed in");
            }
        });
        return received;
    }

    private static Act act(PartnerId partner, ReceivedResult received, Actor by) {
        ConformanceResult result = received.result();
        return new Act(
                by,
                "connection.conformance_received",
                partner,
                "conformance/" + result.run(),
                Map.of(
                        "sha256", received.sha256(),
                        "signer", received.signer(),
                        "target", result.target(),
                        "ended", result.ended().toString(),
                        "passed", Long.toString(result.passed()),
                        "failed", Long.toString(result.failed()),
                        "skipped", Long.toString(result.skipped())));
    }

    @Override
    public List<ReceivedResult> of(PartnerId partner) {
        return results.of(partner);
    }

    @Override
    public void requireReceived(PartnerId partner, String sha256) {
        if (required && fresh(partner).stream().noneMatch(one -> one.sha256().equals(sha256))) {
            throw missing("the sha256 of a signed result that was handed in and is not too old");
        }
    }

    @Override
    public void requireForGoLive(PartnerId partner) {
        if (required && fresh(partner).isEmpty()) {
            throw missing("a signed result that is not too old must be handed in");
        }
    }

    private List<ReceivedResult> fresh(PartnerId partner) {
        Instant now = clock.instant();
        return results.of(partner).stream()
                .filter(one -> check.isFresh(one.result(), now))
                .toList();
    }

    private static BusException missing(String rule) {
        return BusException.of(ErrorCode.CONFORMANCE_MISSING, "conformance-report", rule);
    }
}
