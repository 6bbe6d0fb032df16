package vn.dancu.bus.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.fixtures.MigratedDatabase;

/** Questions that may be asked again are kept in the transaction of their records. */
class KeptQuestionIT {

    private static final String NO_KAFKA = "127.0.0.1:1";

    private final DataSource dataSource = MigratedDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final Trail trail = new Trail(dataSource, Trail.settings(NO_KAFKA));

    @AfterEach
    void stop() {
        trail.close();
    }

    /** Where the record is not written since its once-key was used, its question is not kept either. */
    @Test
    void keepsAQuestionWithItsRecordOrNeither() {
        AuditRecord first = asked(Trail.record("h41-lgsp", "canbo01", new byte[] {1}));
        AuditRecord repeated = asked(Trail.record("h41-lgsp", "canbo01", new byte[] {1}));
        AuditRecord beside = asked(Trail.record("h41-lgsp", "canbo01", new byte[] {2}));

        assertThat(trail.trail.append(first)).isEqualTo(Receipt.RECORDED);
        assertThat(trail.trail.append(Trail.record())).as("without a question").isEqualTo(Receipt.RECORDED);
        try (Trail another = new Trail(dataSource, Trail.settings(NO_KAFKA))) {
            assertThat(another.trail.append(repeated)).isEqualTo(Receipt.ALREADY_RECORDED);
            assertThat(another.trail.append(beside)).isEqualTo(Receipt.RECORDED);
        }

        assertThat(jdbc.queryForList("select event from audit.question", UUID.class))
                .containsExactlyInAnyOrder(first.id(), beside.id());
        assertThat(jdbc.queryForList("select encode(sealed, 'escape') from audit.question", String.class))
                .noneMatch(kept -> kept.contains("a question in clear"));
    }

    private static AuditRecord asked(AuditRecord record) {
        return new AuditRecord(
                record.id(),
                record.who(),
                record.what(),
                record.person(),
                record.how(),
                record.result(),
                record.error(),
                record.onceKey(),
                new AuditRecord.Question("ID:1", "a question in clear".getBytes(StandardCharsets.UTF_8)));
    }
}
