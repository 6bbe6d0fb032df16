package vn.dancu.bus.audit;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.kernel.ServiceCode;

/** One instance's trail and relay as the wiring makes them, and records to append. */
final class Trail implements AutoCloseable {

    static final SecretBox BOX = SecretBox.forUse(new byte[32], "audit/person");

    static final ContentSeal MASTER_KEY_ITSELF = (at, clear) -> new ContentSeal.Sealed(null, BOX.seal(clear));

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final GroupCommit trail;
    final Relaying relay;
    private final CamelContext camel;

    Trail(DataSource dataSource, AuditSettings settings) {
        AuditMetrics metrics = new AuditMetrics(meters, Clock.systemUTC());
        EventRoutes routes = new EventRoutes(settings);
        camel = camel(routes);
        relay = new Relaying(
                new JdbcLeaderLock(dataSource),
                new EventSteps(camel.createProducerTemplate(), routes, settings),
                metrics);
        trail = new GroupCommit(
                new Rendering(BOX, MASTER_KEY_ITSELF),
                () -> new JdbcEvents(dataSource, settings.appendTimeout(), Clock.systemUTC()),
                settings,
                metrics,
                relay::wake);
        trail.start();
    }

    @Override
    public void close() {
        relay.stop();
        trail.stop();
        camel.stop();
    }

    /** Camel with the channel as shipped. */
    private static CamelContext camel(EventRoutes routes) {
        YamlPropertiesFactoryBean shipped = new YamlPropertiesFactoryBean();
        shipped.setResources(new ClassPathResource("application.yaml"));
        Properties channels = new Properties();
        channels.put(
                "dancu.channel.audit-events",
                Objects.requireNonNull(shipped.getObject())
                        .getProperty("dancu.channel.audit-events")
                        .replace("${dancu.audit.topic:dancu.audit.v1}", "dancu.audit.v1"));
        CamelContext camel = new DefaultCamelContext();
        camel.getPropertiesComponent().setInitialProperties(channels);
        try {
            camel.addRoutes(routes);
        } catch (Exception e) {
            throw new IllegalStateException("The route can be made", e);
        }
        camel.start();
        return camel;
    }

    static AuditSettings settings(String kafka, Duration appendTimeout, int maxWaiting, int committers) {
        return new AuditSettings(
                kafka,
                "dancu.audit.v1",
                1,
                null,
                appendTimeout,
                maxWaiting,
                committers,
                Duration.ofMinutes(15),
                Map.of(),
                new AuditSettings.Inspection(Duration.ofSeconds(5), Duration.ofMinutes(5), null));
    }

    static AuditSettings settings(String kafka) {
        return settings(kafka, Duration.ofSeconds(3), 4096, 1);
    }

    static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(8);
        pool.setConnectionTimeout(1000);
        return pool;
    }

    static AuditRecord record() {
        return record("h41-lgsp", "canbo01", null);
    }

    static AuditRecord record(String partner, String officer, byte @Nullable [] onceKey) {
        Instant now = Instant.parse("2026-11-24T05:00:00.123456Z");
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
                new AuditRecord.How("soap", "YC-1", 1024, 2048, now, now.plusMillis(3)),
                "found",
                null,
                onceKey);
    }

    static AuditRecord refusalOfAnUnknown() {
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
