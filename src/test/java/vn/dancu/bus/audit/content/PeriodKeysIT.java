package vn.dancu.bus.audit.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.SecretBox;

/** Personal content by period, on a real database. */
class PeriodKeysIT {

    private static final byte[] MASTER = new byte[32];
    private static final byte[] NUMBER = "999000000001".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOVEMBER = Instant.parse("2026-11-24T05:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    private final DataSource dataSource = MigratedDatabase.fresh();
    private final PeriodKeys keys = instance();

    @Test
    void opensOnAnotherInstanceWhatOneSealed() {
        ContentSeal.Sealed november = keys.seal(NOVEMBER, NUMBER);
        ContentSeal.Sealed december = keys.seal(DECEMBER, NUMBER);

        assertThat(november.keyPeriod()).isEqualTo(202611);
        assertThat(december.keyPeriod()).isEqualTo(202612);
        assertThat(instance().open(202611, november.content())).isEqualTo("999000000001");
        assertThatThrownBy(() -> instance().open(202612, november.content()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opensWhatTheMasterKeySealedBeforeThereWerePeriods() {
        byte[] before = SecretBox.forUse(MASTER, "audit/person").seal(NUMBER);

        assertThat(keys.open(null, before)).isEqualTo("999000000001");
    }

    @Test
    void makesOneKeyWhenManyInstancesMakeItAtOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<ContentSeal.Sealed>> sealed = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                PeriodKeys instance = instance();
                sealed.add(callers.submit(() -> instance.seal(DECEMBER, NUMBER)));
            }
            for (Future<ContentSeal.Sealed> one : sealed) {
                assertThat(keys.open(202612, one.get().content())).isEqualTo("999000000001");
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void saysThatContentIsDeletedWhenItsKeyIsGone() {
        ContentSeal.Sealed november = keys.seal(NOVEMBER, NUMBER);
        new JdbcTemplate(dataSource)
                .update("update audit.key_period set sealed = null, destroyed_at = now() where number = 202611");

        assertThatThrownBy(() -> keys.open(202611, november.content()))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.refusal().code()).hasToString("content_deleted"));
        assertThatThrownBy(() -> instance().seal(NOVEMBER, NUMBER))
                .as("nobody makes the key anew")
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.refusal().code()).hasToString("audit_unavailable"));
    }

    private PeriodKeys instance() {
        return new PeriodKeys(MASTER, new JdbcKeyPeriods(dataSource, Clock.systemUTC()));
    }
}
