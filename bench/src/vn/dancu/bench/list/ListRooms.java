package vn.dancu.bench.list;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import vn.dancu.bus.audit.AuditSettings;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.listing.ListCriteria;
import vn.dancu.bus.listing.ListForm;
import vn.dancu.bus.listing.ListOrder;
import vn.dancu.bus.listing.ListRequest;
import vn.dancu.bus.listing.ListRequests;
import vn.dancu.bus.listing.ListService;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.AccessPolicy;
import vn.dancu.bus.policy.Decision;
import vn.dancu.bus.register.RegisterSettings;
import vn.dancu.bus.sandbox.listing.OpenPgpPair;
import vn.dancu.bus.trace.Traces;

/** The rooms that a list passes, wired as in the bus, with their threads; the partner may have it. Nothing seals or relays the records. */
final class ListRooms implements AutoCloseable {

    private static final PartnerId ID = new PartnerId("h41-lgsp");
    private static final Partner PARTNER = new Partner(ID, "Cơ quan", "H41", "official", Partner.State.ACTIVE);
    private static final Set<FieldPath> FIELDS = Set.of(
            FieldPath.of("SoDinhDanh"),
            FieldPath.of("HoVaTen"),
            FieldPath.of("GioiTinh"),
            FieldPath.of("NgayThangNamSinh"),
            FieldPath.of("ThuongTru"));
    private static final List<String> AT_WORK = List.of("auditTrail", "onceKeyCleaning", "claimSweeping");

    private final HikariDataSource pool = new HikariDataSource();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @EnableConfigurationProperties({DeliverySettings.class, RegisterSettings.class, AuditSettings.class})
    static class Settings {}

    ListRooms(String jdbcUrl, Path folder, int piece) {
        // As application.yaml has it.
        pool.setJdbcUrl(jdbcUrl);
        pool.setMaximumPoolSize(8);
        pool.addDataSourceProperty("prepareThreshold", "1");
        pool.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "bench",
                        Map.of(
                                "dancu.delivery.folder",
                                folder.toString(),
                                "dancu.register.timeout",
                                "10s",
                                "dancu.audit.bootstrap-servers",
                                "none:1",
                                "dancu.list.piece",
                                String.valueOf(piece),
                                "dancu.list.most",
                                "100000000",
                                "dancu.list.areas." + ID + "[0]",
                                "*",
                                "dancu.list.keys." + ID,
                                "file:"
                                        + OpenPgpPair.in(folder.resolve("keys"), ID.value(), Clock.systemUTC())
                                                .publicKey())));
        addBeans();
        context.scan(
                "vn.dancu.bus.audit.trail",
                "vn.dancu.bus.audit.content",
                "vn.dancu.bus.delivery.content",
                "vn.dancu.bus.register",
                "vn.dancu.bus.listing");
        context.addBeanFactoryPostProcessor(factory -> AT_WORK.stream()
                .filter(factory::containsBeanDefinition)
                .forEach(((BeanDefinitionRegistry) factory)::removeBeanDefinition));
        context.refresh();
    }

    private void addBeans() {
        context.register(Settings.class);
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(pool));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(pool));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(MasterKey.class, () -> new MasterKey(new byte[32]));
        context.registerBean(SimpleMeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Traces.class, () -> Traces.NONE);
        context.registerBean(QuestionsInFlight.class, QuestionsInFlight::new);
        context.registerBean(DataDeletion.class, () -> (action, before, rows) -> {});
        context.registerBean(Partners.class, ListRooms::partners);
        context.registerBean(
                AccessPolicy.class,
                () -> (request, asker) ->
                        new Decision.Granted(FIELDS, new Purpose("quan-ly-nha-nuoc"), 1, "00".repeat(32)));
    }

    /** Whoever is looked for is a partner that may connect. */
    private static Partners partners() {
        return (Partners) Proxy.newProxyInstance(
                Partners.class.getClassLoader(), new Class<?>[] {Partners.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        return Optional.of(PARTNER);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Asks for everybody of the one province in which the people of the bench live. */
    UUID ask(String form) {
        ListCriteria criteria = new ListCriteria(null, "01", null, null, null, null, null, null, null, null);
        return requests()
                .ask(
                        PARTNER,
                        new ListOrder(
                                ListService.BY_AREA,
                                UUID.randomUUID().toString(),
                                null,
                                "canbo01",
                                null,
                                FIELDS,
                                criteria,
                                ListForm.byCode(form).orElseThrow(),
                                false,
                                null))
                .id();
    }

    ListRequest find(UUID id) {
        return requests().find(ID, id);
    }

    private ListRequests requests() {
        return context.getBean(ListRequests.class);
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
