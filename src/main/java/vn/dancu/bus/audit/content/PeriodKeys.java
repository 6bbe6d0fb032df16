package vn.dancu.bus.audit.content;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.PersonalContent;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.SecretBox;

/**
 * One key a month, itself sealed with the master key: destroying it deletes all personal content of the month, also in
 * copies and archives. Of all keys only the one in use is kept in memory.
 */
final class PeriodKeys implements ContentSeal, PersonalContent {

    private static final String USE = "audit/person";
    private static final int KEY_BYTES = 32;

    private final SecretBox beforePeriods;
    private final SecretBox keyBox;
    private final JdbcKeyPeriods store;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Current current;

    private record Current(int number, Instant from, Instant until, SecretBox box) {

        boolean covers(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    PeriodKeys(byte[] master, JdbcKeyPeriods store) {
        this.beforePeriods = SecretBox.forUse(master, USE);
        this.keyBox = SecretBox.forUse(master, "audit/period");
        this.store = store;
    }

    @Override
    public Sealed seal(Instant occurredAt, byte[] clear) {
        Current key = current;
        if (key == null || !key.covers(occurredAt)) {
            key = take(occurredAt);
            current = key;
        }
        return new Sealed(key.number(), key.box().seal(clear));
    }

    @Override
    public String open(@Nullable Integer keyPeriod, byte[] sealed) {
        return new String(opened(keyPeriod, sealed), StandardCharsets.US_ASCII);
    }

    /** Asks the database each time: another instance may have destroyed the key a moment ago. */
    @Override
    public byte[] opened(@Nullable Integer keyPeriod, byte[] sealed) {
        return (keyPeriod == null ? beforePeriods : stored(keyPeriod)).open(sealed);
    }

    private SecretBox stored(int number) {
        return store.find(number).map(this::box).orElseThrow(() -> new BusException(ErrorCode.CONTENT_DELETED, null));
    }

    /** Without a key there is no record, and without a record no answer. */
    private Current take(Instant occurredAt) {
        YearMonth month = YearMonth.from(occurredAt.atZone(ZoneOffset.UTC));
        int number = month.getYear() * 100 + month.getMonthValue();
        Instant from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until =
                month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Optional<byte[]> sealed;
        try {
            byte[] fresh = new byte[KEY_BYTES];
            random.nextBytes(fresh);
            sealed = store.findOrMake(number, from, until, keyBox.seal(fresh));
        } catch (IllegalStateException e) {
            throw new BusException(ErrorCode.AUDIT_UNAVAILABLE, e);
        }
        return sealed.map(key -> new Current(number, from, until, box(key)))
                .orElseThrow(() -> new BusException(ErrorCode.AUDIT_UNAVAILABLE, null));
    }

    private SecretBox box(byte[] sealedKey) {
        return SecretBox.forUse(keyBox.open(sealedKey), USE);
    }
}
