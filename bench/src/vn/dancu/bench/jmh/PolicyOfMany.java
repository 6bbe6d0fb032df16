package vn.dancu.bench.jmh;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.consent.ConsentSettings;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.partner.Enrolments;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.notice.Notices;
import vn.dancu.bus.policy.AccessPolicy;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Decision;
import vn.dancu.bus.policy.PolicySettings;

/** The policy room by itself on an embedded PostgreSQL, with a policy file of many partners, each with eight grants. */
final class PolicyOfMany {

    private static final String SERVICE = "TraCuuThongTinCongDan";
    private static final PersonalId SOMEBODY = PersonalId.soDinhDanh("999080000001");

    private final AnnotationConfigApplicationContext room = new AnnotationConfigApplicationContext();
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable AccessPolicy policy;

    void start(int partners) {
        DataSource database = database();
        EnrolledMany enrolled = new EnrolledMany();
        room.registerBean(DataSource.class, () -> database);
        room.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        room.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        room.registerBean(Clock.class, Clock::systemUTC);
        room.registerBean(MasterKey.class, () -> new MasterKey(new byte[32]));
        room.registerBean(Partners.class, () -> enrolled);
        room.registerBean(Enrolments.class, () -> enrolled::enrol);
        room.registerBean(Acts.class, () -> act -> UUID.randomUUID());
        room.registerBean(
                PolicySettings.class,
                () -> new PolicySettings(
                        new ByteArrayResource(file(partners).getBytes(StandardCharsets.UTF_8)),
                        new ClassPathResource("policy/purposes.yaml"),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        ZoneId.of("Asia/Ho_Chi_Minh")));
        room.registerBean(QuestionsInFlight.class);
        room.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        room.registerBean(Notices.class, PolicyOfMany::noNotices);
        room.registerBean(DataDeletion.class, () -> (action, before, rows) -> {});
        room.registerBean(
                ConsentSettings.class,
                () -> new ConsentSettings(
                        new ClassPathResource("consent/texts.yaml"),
                        Duration.ofDays(365),
                        Duration.ofDays(30),
                        1_000,
                        3,
                        Duration.ofSeconds(2),
                        Period.ofYears(5),
                        Duration.ofHours(1)));
        room.scan("vn.dancu.bus.policy", "vn.dancu.bus.consent", "vn.dancu.bus.partner.authority");
        room.refresh();
        policy = room.getBean(AccessPolicy.class);
    }

    Decision decide(AccessRequest request) {
        AccessPolicy started = policy;
        if (started == null) {
            throw new IllegalStateException("The room was not started");
        }
        return started.decide(
                request, room.getBean(Partners.class).find(request.partner()).orElse(null));
    }

    void stop() {
        room.close();
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same question of every partner, so that no cache of the processor holds the one that is asked. */
    AccessRequest[] requests(int partners, String procedure, String officer, @Nullable String issue) {
        return IntStream.range(0, partners)
                .mapToObj(i -> new AccessRequest(
                        new PartnerId("partner-" + i),
                        new ServiceCode(SERVICE),
                        procedure,
                        officer,
                        null,
                        SOMEBODY,
                        issue,
                        Set.of()))
                .toArray(AccessRequest[]::new);
    }

    /** Nobody gives a consent here. */
    private static Notices noNotices() {
        return (Notices) Proxy.newProxyInstance(
                PolicyOfMany.class.getClassLoader(), new Class<?>[] {Notices.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private DataSource database() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start();
            postgres = started;
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(started.getPostgresDatabase());
            Flyway.configure().dataSource(pool).load().migrate();
            return pool;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(int partners) {
        return IntStream.range(0, partners)
                .mapToObj(PolicyOfMany::partner)
                .collect(Collectors.joining("", "partners:\n", ""));
    }

    /** Twenty officers; ten procedures plain, ten for cases, two for a follow list, two with consent; five other services. */
    private static String partner(int number) {
        List<String> grants = new ArrayList<>(List.of(
                grant(SERVICE, "1", 10, ""),
                grant(SERVICE, "2", 10, ", relationship: case, caseForms: [\"H41.1-######-####\"]"),
                grant(SERVICE, "3", 2, ", relationship: follow-list"),
                grant(SERVICE, "4", 2, ", consent: required")));
        for (String service : List.of("A", "B", "C", "D", "E")) {
            grants.add(grant("DichVu" + service, "1", 10, ""));
        }
        return "  - {id: partner-" + number
                + ", name: P, agencyCode: H41, dialect: official, state: active, secret: s,\n"
                + "     managedOfficers: 10, officers: [" + list("canbo", 20) + "],\n     grants: [\n"
                + String.join(",\n", grants)
                + "],\n     quotas: [{services: [\"*\"], perMinute: 100_000_000, perDay: 1_000_000_000}]}\n";
    }

    private static String grant(String service, String group, int procedures, String more) {
        String codes = IntStream.range(0, procedures)
                .mapToObj(i -> String.format("\"%s.%06d\"", group, i))
                .collect(Collectors.joining(", "));
        return "       {services: [" + service + "], purpose: giai-quyet-tthc, procedures: [" + codes
                + "], fields: [SoDinhDanh, HoVaTen, GioiTinh, NgayThangNamSinh, ThuongTru]" + more + "}";
    }

    private static String list(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format("%s%02d", name, i))
                .collect(Collectors.joining(", "));
    }
}
