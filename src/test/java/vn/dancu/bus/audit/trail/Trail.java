package vn.dancu.bus.audit.trail;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.AuditSettings;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.audit.content.ContentSeal;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.trace.Traces;

/** One instance's trail as the wiring makes it, and records to append. */
public final class Trail implements AutoCloseable {

    static final SecretBox BOX = SecretBox.forUse(new byte[32], "audit/person");

    static final ContentSeal MASTER_KEY_ITSELF = new ContentSeal() {
        @Override
        public Sealed seal(Instant occurredAt, byte[] clear) {
            return new Sealed(null, BOX.seal(clear));
        }

        @Override
        public byte[] opened(@Nullable Integer keyPeriod, byte[] sealed) {
            return BOX.open(sealed);
        }
    };

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final GroupCommit trail;

    Trail(DataSource dataSource, AuditSettings settings) {
        this(dataSource, settings, () -> {});
    }

    /** @param committed called after each commit */
    public Trail(DataSource dataSource, AuditSettings settings, Runnable committed) {
        AppendMetrics metrics = new AppendMetrics(meters);
        trail = new GroupCommit(
                new EventRowEncoder(BOX, MASTER_KEY_ITSELF, Traces.NONE),
                () -> new JdbcEventWriter(dataSource, settings.appendTimeout(), metrics, Clock.systemUTC()),
                settings,
                metrics,
                new QuestionsInFlight(),
                committed,
                Traces.NONE);
        trail.start();
    }

    public Receipt append(AuditRecord record) {
        return trail.append(record);
    }

    @Override
    public void close() {
        trail.stop();
    }

    public static AuditSettings settings(String kafka, Duration appendTimeout, int maxWaiting) {
        return settings(kafka, "dancu.audit.v1", appendTimeout, maxWaiting);
    }

    /** The same with a topic of one's own. */
    public static AuditSettings settings(String kafka, String topic, Duration appendTimeout, int maxWaiting) {
        return new AuditSettings(
                kafka,
                topic,
                1,
                null,
                appendTimeout,
                maxWaiting,
                Duration.ofMinutes(15),
                Map.of(),
                new AuditSettings.Inspection(Duration.ofSeconds(5), Duration.ofMinutes(5), null));
    }

    public static AuditSettings settings(String kafka) {
        return settings(kafka, Duration.ofSeconds(3), 4096);
    }

    public static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(8);
        pool.setConnectionTimeout(1000);
        return pool;
    }

    public static AuditRecord record() {
        return record("h41-lgsp", "canbo01", null);
    }

    public static AuditRecord record(String partner, String officer, byte @Nullable [] onceKey) {
        return record(partner, officer, onceKey, Instant.parse("2026-11-24T05:00:00.126456Z"));
    }

    static AuditRecord record(String partner, String officer, byte @Nullable [] onceKey, Instant answeredAt) {
        return new AuditRecord(
                UUID.randomUUID(),
                new AuditRecord.Who(partner, officer, "1.001193", new Purpose("giai-quyet-tthc")),
                new AuditRecord.What(
                        new ServiceCode("TraCuuThongTinCongDan"),
                        Set.of(FieldPath.of("HoVaTen")),
                        Set.of(FieldPath.of("NhomMau")),
                        7,
                        "ab".repeat(32)),
                PersonalId.soDinhDanh("999000000001"),
                new AuditRecord.How("soap", "YC-1", 1024, 2048, answeredAt.minusMillis(3), answeredAt),
                "found",
                null,
                onceKey);
    }

    public static AuditRecord refusalOfAnUnknown() {
        Instant now = Instant.parse("2026-11-24T05:00:00Z");
        return new AuditRecord(
                UUID.randomUUID(),
                AuditRecord.Who.UNKNOWN,
                AuditRecord.What.NOTHING,
                null,
                new AuditRecord.How("rest", null, 10, 0, now, now),
                "credentials_wrong",
                ErrorCode.CREDENTIALS_WRONG,
                null);
    }
}
