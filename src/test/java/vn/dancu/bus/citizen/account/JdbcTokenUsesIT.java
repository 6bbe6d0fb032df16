package vn.dancu.bus.citizen.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.fixtures.CitizenIssuer;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Sha256;

/** What several instances remember of tokens that were shown. */
class JdbcTokenUsesIT {

    private static final PartnerId PORTAL = new PartnerId("g22-portal");
    private static final PartnerId OTHER = new PartnerId("h41-lgsp");

    private final ShiftedClock clock = new ShiftedClock();
    private final JdbcClient jdbc = JdbcClient.create(MigratedDatabase.fresh());
    private final JdbcTokenUses first = new JdbcTokenUses(jdbc, clock);
    private final JdbcTokenUses second = new JdbcTokenUses(jdbc, clock);
    private final Instant later = clock.instant().plus(Duration.ofMinutes(10));

    @Test
    void knowsOnOneInstanceWhatWasShownAtAnother() {
        byte[] token = token();

        assertThat(first.isFirstToShow(token, by(PORTAL), later)).isTrue();
        assertThat(second.isFirstToShow(token, by(OTHER), later)).isFalse();
        assertThat(second.isFirstToShow(token, by(PORTAL), later)).isTrue();
        assertThat(first.isFirstToShow(token, new ShownToken("", "another-sign-in-00", PORTAL), later))
                .isFalse();
    }

    @Test
    void bindsATokenToOneOfManyWhoShowItAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                byte[] token = token();
                List<Future<Boolean>> shown = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    JdbcTokenUses instance = i % 2 == 0 ? first : second;
                    ShownToken by = by(new PartnerId("partner-" + i));
                    shown.add(threads.submit(() -> instance.isFirstToShow(token, by, later)));
                }
                int firsts = 0;
                for (Future<Boolean> one : shown) {
                    firsts += one.get() ? 1 : 0;
                }
                assertThat(firsts).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void forgetsWhatHasExpiredAndNothingElse() {
        byte[] token = token();
        first.isFirstToShow(token, by(PORTAL), later);
        first.isFirstToShow(token(), by(PORTAL), clock.instant().minusSeconds(1));

        first.forgetExpired();

        assertThat(jdbc.sql("select count(*) from citizen.token_use")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(second.isFirstToShow(token, by(OTHER), later)).isFalse();
    }

    private static byte[] token() {
        return Sha256.of(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ShownToken by(PartnerId partner) {
        return new ShownToken("", CitizenIssuer.NONCE, partner);
    }
}
