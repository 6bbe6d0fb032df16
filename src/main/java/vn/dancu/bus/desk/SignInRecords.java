package vn.dancu.bus.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;

/**
 * Records refused sign-ins, at most one for each account and minute, so that a flood of attempts makes few records. A
 * name that is no account is not written down, since people type passwords and numbers into the wrong field.
 */
final class SignInRecords {

    private static final Logger LOGGER = LoggerFactory.getLogger(SignInRecords.class);
    private static final String UNKNOWN = "unknown";

    private final Acts acts;
    private final TransactionOperations transactions;
    private final Set<String> accounts;
    private final Cache<String, Boolean> recorded;

    SignInRecords(Acts acts, TransactionOperations transactions, Set<String> accounts, Clock clock) {
        this.acts = acts;
        this.transactions = transactions;
        this.accounts = Set.copyOf(accounts);
        this.recorded = Caffeine.newBuilder()
                .maximumSize(1000)
                .expireAfterWrite(WatchedSignIn.LOCKOUT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** The answer is a refusal whether or not it could be recorded. */
    void refused(String claimed, String address, ErrorCode code) {
        String account = accounts.contains(claimed) ? claimed : UNKNOWN;
        if (recorded.asMap().putIfAbsent(account, true) != null) {
            return;
        }
        Map<String, String> detail = Map.of("address", address, "code", code.code());
        Act act = new Act(Actor.BUS, "desk.sign_in_refused", null, "account/" + account, detail);
        try {
            transactions.executeWithoutResult(transaction -> acts.record(act));
        } catch (DataAccessException | TransactionException e) {
            recorded.invalidate(account);
            LOGGER.atWarn()
                    .setMessage("A refused sign-in could not be recorded")
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                    .log();
        }
    }
}
