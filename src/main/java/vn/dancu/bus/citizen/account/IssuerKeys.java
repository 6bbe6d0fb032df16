package vn.dancu.bus.citizen.account;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.citizen.AccountSettings.Keys;
import vn.dancu.bus.kernel.LogKeys;

/**
 * The keys of one issuer, read when the first token comes. Not by the sources of the library: there, tokens with made-up keys use up the
 * attempts that known keys need to be renewed, so that with the issuer away good tokens would fail.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final Logger LOGGER = LoggerFactory.getLogger(IssuerKeys.class);

    private final String name;
    private final KeySetReader reader;
    private final Keys settings;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile Attempt last = new Attempt(Instant.MIN, true);

    IssuerKeys(String name, KeySetReader reader, Keys settings, Clock clock) {
        this.name = name;
        this.reader = reader;
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(JWKSet keys, Instant readAt) {

        boolean isYoungerThan(Duration age, Instant now) {
            return now.isBefore(readAt.plus(age));
        }
    }

    private record Attempt(Instant at, boolean failed) {}

    /** The keys of a token; none when the issuer has none such, an exception when that cannot be known now. */
    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) throws KeySourceException {
        Known before = known;
        List<JWK> found = before == null ? List.of() : wanted.select(before.keys());
        if (before != null && !found.isEmpty() && before.isYoungerThan(settings.cache(), clock.instant())) {
            return found;
        }
        renew(before, !found.isEmpty());
        Known now = known;
        Duration longest = settings.cache().plus(settings.outage());
        if (now == null || !now.isYoungerThan(longest, clock.instant())) {
            throw new KeySourceException("The keys of the issuer cannot be had");
        }
        List<JWK> after = wanted.select(now.keys());
        if (after.isEmpty() && last.failed()) {
            throw new KeySourceException("Whether the issuer has that key cannot be known");
        }
        return after;
    }

    /** One thread reads; others go on with the keys that there are, or wait for those that it brings. */
    private void renew(@Nullable Known before, boolean isUsable) {
        if (isUsable) {
            if (!reading.tryLock()) {
                return;
            }
        } else {
            reading.lock();
        }
        try {
            Instant now = clock.instant();
            if (known == before && !now.isBefore(last.at().plus(settings.minPause()))) {
                read(now);
            }
        } finally {
            reading.unlock();
        }
    }

    private void read(Instant now) {
        try {
            known = new Known(reader.read(), now);
            last = new Attempt(now, false);
        } catch (IOException e) {
            last = new Attempt(now, true);
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.ISSUER, name)
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                    .log("The keys of an issuer of citizens' tokens cannot be read");
        }
    }
}
