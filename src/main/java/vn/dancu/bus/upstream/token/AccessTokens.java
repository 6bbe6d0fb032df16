package vn.dancu.bus.upstream.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.HttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.dialect.Account;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.upstream.UpstreamSettings;
import vn.dancu.bus.upstream.call.CallFailure;

/**
 * The access token of one upstream: one for all threads. It is renewed some time before it ends, by one thread, while the others go on with
 * the old one; where there is none they wait for that thread, and hear of its failure. Thread-safe.
 */
public final class AccessTokens {

    private static final Logger LOGGER = LoggerFactory.getLogger(AccessTokens.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Supplier<TokenAnswer> source;
    private final Duration early;
    private final Clock clock;
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile @Nullable Token token;
    private volatile @Nullable Failure failure;

    private record Token(String value, Instant renewFrom, Instant end) {}

    private record Failure(long number, CallFailure cause) {}

    AccessTokens(Supplier<TokenAnswer> source, Duration early, Clock clock) {
        this.source = source;
        this.early = early;
        this.clock = clock;
    }

    /** Of an upstream whose dialect has a token call. */
    public static AccessTokens of(
            UpstreamSettings.Upstream settings, Dialect dialect, Account account, HttpClient client, Clock clock) {
        TokenCalls calls = new TokenCalls(settings, dialect, account, client, clock);
        return new AccessTokens(calls::fetch, settings.token().early(), clock);
    }

    /**
     * A token that is good now.
     *
     * @throws CallFailure with the code of why there is none
     */
    public String current() {
        Token held = token;
        Instant now = clock.instant();
        if (held != null && now.isBefore(held.renewFrom())) {
            return held.value();
        }
        return held != null && now.isBefore(held.end()) ? renewedEarly(held) : renewed();
    }

    /**
     * Gets another token although one is held: only that shows that the account still holds. The held one stays where there is none.
     *
     * @throws CallFailure with the code of why there is none
     */
    public void renew() {
        renewal.lock();
        try {
            fetched();
        } finally {
            renewal.unlock();
        }
    }

    /** The other side did not take it: the next question gets another one, unless that has come already. */
    public void refused(String value) {
        Token held = token;
        if (held != null && held.value().equals(value)) {
            renewal.lock();
            try {
                // The same one may be held by another object by now: with a pause after a renewal that failed.
                Token still = token;
                if (still != null && still.value().equals(value)) {
                    token = null;
                }
            } finally {
                renewal.unlock();
            }
        }
    }

    private String renewedEarly(Token held) {
        if (!renewal.tryLock()) {
            return held.value();
        }
        try {
            Token other = token;
            return other == held || other == null ? fetched() : other.value();
        } catch (CallFailure e) {
            if (token == null) {
                // It was refused meanwhile.
                throw e;
            }
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.ERROR_CODE, e.refusal().code())
                    .log("An access token could not be renewed before its end, it is tried again");
            token = new Token(held.value(), clock.instant().plus(PAUSE), held.end());
            return held.value();
        } finally {
            renewal.unlock();
        }
    }

    private String renewed() {
        long before = number(failure);
        renewal.lock();
        try {
            Token other = token;
            if (other != null && clock.instant().isBefore(other.end())) {
                return other.value();
            }
            Failure since = failure;
            if (since != null && since.number() != before) {
                throw since.cause();
            }
            return fetched();
        } finally {
            renewal.unlock();
        }
    }

    private String fetched() {
        try {
            TokenAnswer answer = source.get();
            Instant now = clock.instant();
            Duration half = answer.lifetime().dividedBy(2);
            Duration lead = early.compareTo(half) < 0 ? early : half;
            Instant end = now.plus(answer.lifetime());
            token = new Token(answer.value(), end.minus(lead), end);
            return answer.value();
        } catch (CallFailure e) {
            failure = new Failure(number(failure) + 1, e);
            throw e;
        }
    }

    private static long number(@Nullable Failure of) {
        return of == null ? 0 : of.number();
    }
}
