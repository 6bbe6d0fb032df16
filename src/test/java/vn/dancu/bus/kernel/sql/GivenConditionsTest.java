package vn.dancu.bus.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GivenConditionsTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void leavesOutWhatWasNotAskedFor() {
        GivenConditions given = new GivenConditions("select id from t where true")
                .and("a = ?", "x")
                .and("b = ?", null)
                .and("c >= ?", NOON)
                .newestFirst("at", null, null, 5);

        assertThat(given.sql())
                .isEqualTo("select id from t where true and a = ? and c >= ? order by at desc, id desc limit ?");
        assertThat(given.values()).containsExactly("x", NOON.atOffset(ZoneOffset.UTC), 5);
    }

    @Test
    void goesOnAfterTheLastRowOfThePageBefore() {
        UUID last = UUID.randomUUID();

        GivenConditions given = new GivenConditions("select id from t where true").newestFirst("at", NOON, last, 5);

        assertThat(given.sql())
                .isEqualTo("select id from t where true and (at, id) < (?, ?) order by at desc, id desc limit ?");
        assertThat(given.values()).containsExactly(NOON.atOffset(ZoneOffset.UTC), last, 5);
    }
}
