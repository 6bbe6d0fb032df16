package vn.dancu.bus.citizen.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Sha256;

/**
 * Who showed a token first, for all instances. What is bound is never bound anew, so an instance may remember what it has seen: a token
 * that this partner showed with this nonce is its own until it expires.
 */
final class JdbcTokenUses implements TokenUses {

    private static final int MAX_REMEMBERED = 20_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<ByteBuffer, ByteBuffer> seen = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    JdbcTokenUses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean isFirstToShow(byte[] useKey, ShownToken shown, Instant goodUntil) {
        byte[] shower = Sha256.of((shown.partner().value() + "\n" + shown.nonce()).getBytes(StandardCharsets.UTF_8));
        ByteBuffer key = ByteBuffer.wrap(useKey);
        ByteBuffer first = seen.getIfPresent(key);
        if (first == null) {
            first = ByteBuffer.wrap(bind(useKey, shower, goodUntil));
            seen.put(key, first);
        }
        return first.equals(ByteBuffer.wrap(shower));
    }

    /** Whoever is there: the one who was, or this one. */
    private byte[] bind(byte[] useKey, byte[] shower, Instant goodUntil) {
        try {
            return jdbc.sql(
                            """
                            insert into citizen.token_use as u (token, shower, good_until) values (:token, :shower, :until)
                            on conflict (token) do update set good_until = greatest(u.good_until, excluded.good_until)
                            returning shower""")
                    .param("token", useKey)
                    .param("shower", shower)
                    .param("until", goodUntil.atOffset(ZoneOffset.UTC))
                    .query(byte[].class)
                    .single();
        } catch (DataAccessException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }

    /** Forgets the tokens that nobody takes any more. */
    void forgetExpired() {
        jdbc.sql("delete from citizen.token_use where good_until < :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
