package vn.dancu.bus.document;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spring.spi.ApplicationContextBeanRepository;
import org.apache.camel.support.DefaultRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.PlatformTransactionManager;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.citizen.CorrectionSettings;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.dialect.DialectXml;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.document.agency.AgencyDirectory;
import vn.dancu.bus.document.axis.AxisAccount;
import vn.dancu.bus.document.axis.AxisAccounts;
import vn.dancu.bus.document.axis.AxisTransport;
import vn.dancu.bus.document.axis.AxisVerb;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.MortalDatabase;
import vn.dancu.bus.fixtures.RouteFiles;
import vn.dancu.bus.fixtures.RunningAxis;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.ledger.Balance;
import vn.dancu.bus.ledger.RoomBook;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.trace.Traces;
import vn.dancu.bus.trust.TlsContexts;
import vn.dancu.bus.trust.TlsContextsTest;

/**
 * The room with the outbox on a real database and without register. Without an axis there are no routes either: a test does each step
 * itself. On an axis the shipped routes receive, work and send.
 */
final class DocumentRoom implements AutoCloseable {

    static final String ACCOUNT = "main";
    static final String CORRECTIONS = "dancu.citizen.correction.agency";

    private static final String ENDPOINT = "dancu.document.axis.accounts." + ACCOUNT + ".endpoint";

    final MortalDatabase database;
    private final DataSource server;
    private final HikariDataSource pool;
    final ShiftedClock clock = new ShiftedClock();
    final ScriptedInquiries inquiries = new ScriptedInquiries();
    final InMemoryPartners partners = new InMemoryPartners().with("h41-lgsp", "secret", Partner.State.ACTIVE);

    /** Codes that only the axis' list joins: another one of an agency, and the one that it bears. */
    final Map<String, String> agencies = new ConcurrentHashMap<>();

    /** The settings name the account no more. */
    volatile boolean hasNoAccount;

    private final AnnotationConfigApplicationContext context;
    private final @Nullable CamelContext camel;

    /** Settings of the room that are records of their own. */
    @EnableConfigurationProperties({
        DocumentSettings.class,
        DeliverySettings.class,
        AxisSettings.class,
        AgencySettings.class,
        CorrectionSettings.class
    })
    static class RoomSettings {}

    private DocumentRoom(DataSource dataSource, Path folder, Map<String, Object> settings) {
        this.server = dataSource;
        this.pool = pool(dataSource);
        this.database = new MortalDatabase(pool);
        this.context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("folder", Map.of("dancu.delivery.folder", folder.toString())));
        registerBeans();
        boolean onAxis = settings.containsKey(ENDPOINT);
        if (onAxis) {
            context.scan("vn.dancu.bus.document.axis", "vn.dancu.bus.document.agency");
        } else {
            context.registerBean(AxisAccounts.class, () -> new OneAccount(this));
            context.registerBean(AgencyDirectory.class, () -> new ListedAgencies(agencies));
        }
        scanRooms();
        if (settings.containsKey(CORRECTIONS)) {
            CorrectionBeans.register(context, clock);
        }
        context.refresh();
        this.camel = onAxis ? lanes(context) : null;
    }

    private void registerBeans() {
        context.register(RoomSettings.class);
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MasterKey.class, () -> new MasterKey(new byte[32]));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Traces.class, () -> Traces.NONE);
        context.registerBean(SslBundles.class, DefaultSslBundleRegistry::new);
        context.registerBean(TlsContexts.class, () -> TlsContextsTest.contexts(context.getBean(SslBundles.class)));
        context.registerBean(MessageContext.class, () -> MessageContext.create());
        context.registerBean(
                DialectXml.class, () -> new DialectXml(context.getBean(MessageContext.class), Dialects.builtIn()));
        context.registerBean(Partners.class, () -> partners);
        context.registerBean(Acts.class, () -> act -> UUID.randomUUID());
        context.registerBean(Inquiries.class, () -> inquiries);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private void scanRooms() {
        context.scan(
                "vn.dancu.bus.delivery.content",
                "vn.dancu.bus.delivery.lane",
                "vn.dancu.bus.delivery.outbox",
                "vn.dancu.bus.delivery.receipt",
                "vn.dancu.bus.delivery.report",
                "vn.dancu.bus.delivery.received",
                "vn.dancu.bus.document.answer",
                "vn.dancu.bus.document.dispatch",
                "vn.dancu.bus.document.intake",
                "vn.dancu.bus.document.ledger",
                "vn.dancu.bus.document.request",
                "vn.dancu.bus.document.signature",
                "vn.dancu.bus.document.summary",
                "vn.dancu.bus.document.unpack");
    }

    private static CamelContext lanes(ApplicationContext context) {
        CamelContext lanes =
                new DefaultCamelContext(new DefaultRegistry(new ApplicationContextBeanRepository(context)));
        try {
            RouteFiles.load(lanes, "document", "shared/delivery-errors");
            lanes.start();
            return lanes;
        } catch (Exception e) {
            throw new IllegalStateException("The shipped routes of documents do not start", e);
        }
    }

    /** Settings by which a room has an account at that axis, and looks often. */
    static Map<String, Object> onAxis(RunningAxis axis) {
        String account = "dancu.document.axis.accounts." + ACCOUNT;
        Map<String, Object> settings = new HashMap<>(Map.of(
                ENDPOINT,
                axis.address("/").toString(),
                account + ".agency",
                AxisAgency.REGISTER,
                account + ".credentials.system-id",
                AxisAgency.REGISTER,
                account + ".credentials.secret",
                RunningAxis.secret(AxisAgency.REGISTER),
                account + ".poll-pause",
                "200ms",
                account + ".retry.attempts",
                "1"));
        settings.put("dancu.delivery.poll", "50ms");
        return settings;
    }

    /** Stops or starts the routes that take what waits at the axis. */
    void receives(boolean isOn) {
        try {
            for (String route : List.of("axis-receive", "axis-receive-status")) {
                if (isOn) {
                    Objects.requireNonNull(camel).getRouteController().startRoute(route);
                } else {
                    Objects.requireNonNull(camel).getRouteController().stopRoute(route);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often the axis was asked for that. */
    long calls(AxisVerb verb) {
        return context
                .getBean(MeterRegistry.class)
                .find("dancu.document.axis.calls")
                .tag("verb", verb.name().toLowerCase(Locale.ROOT))
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    AgencyDirectory directory() {
        return context.getBean(AgencyDirectory.class);
    }

    static DocumentRoom start(Path folder, Map<String, Object> settings) {
        return new DocumentRoom(MigratedDatabase.fresh(), folder, settings);
    }

    /** Another instance on the same database and folder. */
    DocumentRoom beside(Path folder, Map<String, Object> settings) {
        return new DocumentRoom(server, folder, settings);
    }

    private static HikariDataSource pool(DataSource dataSource) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }

    DocumentIntake intake() {
        return context.getBean(DocumentIntake.class);
    }

    DocumentWork work() {
        return context.getBean(DocumentWork.class);
    }

    Documents documents() {
        return context.getBean(Documents.class);
    }

    /** What stands in the ledger of documents that came within the last day. */
    List<Balance> balance() {
        Instant now = clock.instant();
        return context.getBean(RoomBook.class).between(now.minus(Duration.ofDays(1)), now.plusSeconds(1), null);
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    /** Works on what waits, as the route does, until nothing does. */
    void workAll() {
        for (List<UUID> leased = work().claim(10); !leased.isEmpty(); leased = work().claim(10)) {
            for (UUID id : leased) {
                try {
                    work().answer(id);
                } catch (RuntimeException e) {
                    work().failed(id, e);
                }
            }
        }
    }

    /** Does what is done from time to time. */
    void sweep() {
        ScheduledTaskRegistrar tasks = new ScheduledTaskRegistrar();
        context.getBeansOfType(SchedulingConfigurer.class).values().forEach(each -> each.configureTasks(tasks));
        tasks.getFixedDelayTaskList().forEach(each -> each.getRunnable().run());
    }

    ClaimChecks claims() {
        return context.getBean(ClaimChecks.class);
    }

    /** What the sender of that document is sent, in order: codes of statuses and {@code answer}. */
    List<String> sent(UUID document) {
        return jdbc().queryForList(
                        "select split_part(once_key, '/', 2) from delivery.message where order_key = ? order by seq",
                        String.class,
                        document.toString());
    }

    /** What the axis is told of a delivery, in order. */
    List<String> progress(String axisDocId) {
        String key = "axis/" + UUID.nameUUIDFromBytes((ACCOUNT + "\n" + axisDocId).getBytes(StandardCharsets.UTF_8));
        return jdbc().queryForList(
                        "select split_part(once_key, '/', 3) from delivery.message where order_key = ? order by seq",
                        String.class,
                        key);
    }

    @Override
    public void close() {
        if (camel != null) {
            camel.stop();
        }
        context.close();
        pool.close();
    }

    /** The account of the bus; nothing waits and nothing is sent in these tests. */
    private record OneAccount(DocumentRoom room) implements AxisAccounts {

        @Override
        public Set<String> names() {
            return Set.of(ACCOUNT);
        }

        @Override
        public Optional<AxisAccount> find(String name) {
            return room.hasNoAccount
                    ? Optional.empty()
                    : Optional.of(new AxisAccount(
                            ACCOUNT, AxisAgency.REGISTER, Duration.ofSeconds(1), (AxisTransport) Proxy.newProxyInstance(
                                    OneAccount.class.getClassLoader(),
                                    new Class<?>[] {AxisTransport.class},
                                    (proxy, method, arguments) -> {
                                        if (method.getName().equals("received")) {
                                            return List.of();
                                        }
                                        throw new UnsupportedOperationException("Nothing is sent here");
                                    })));
        }
    }
}
