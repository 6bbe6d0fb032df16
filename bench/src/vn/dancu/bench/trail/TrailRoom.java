package vn.dancu.bench.trail;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.dancu.bus.audit.AuditSettings;
import vn.dancu.bus.audit.inspection.Inspection;
import vn.dancu.bus.audit.inspection.MessageEvents;
import vn.dancu.bus.audit.inspection.PersonEvents;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.trace.Traces;

/** The audit room wired as in the bus, without what works by itself: nothing is relayed and nothing appended. */
final class TrailRoom implements AutoCloseable {

    static final byte[] MASTER = new byte[32];

    private static final List<String> AT_WORK = List.of("auditTrail", "onceKeyCleaning");

    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    TrailRoom(String jdbcUrl) {
        pool = pool(jdbcUrl);
        AuditSettings settings = new Binder(new MapConfigurationPropertySource(Map.of(
                        "dancu.audit.bootstrap-servers", "none:1",
                        "dancu.audit.inspection.search-timeout", "60s")))
                .bind("dancu.audit", AuditSettings.class)
                .get();
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(pool));
        context.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(pool));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(MasterKey.class, () -> new MasterKey(MASTER));
        context.registerBean(SimpleMeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Traces.class, () -> Traces.NONE);
        context.registerBean(AuditSettings.class, () -> settings);
        context.register(
                wiring("trail.TrailWiring"), wiring("content.ContentWiring"), wiring("inspection.InspectionWiring"));
        context.addBeanFactoryPostProcessor(factory -> AT_WORK.stream()
                .filter(factory::containsBeanDefinition)
                .forEach(((BeanDefinitionRegistry) factory)::removeBeanDefinition));
        context.refresh();
    }

    Inspection inspection() {
        return context.getBean(Inspection.class);
    }

    MessageEvents messages() {
        return context.getBean(MessageEvents.class);
    }

    PersonEvents persons() {
        return context.getBean(PersonEvents.class);
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    /** As application.yaml has it. */
    private static HikariDataSource pool(String jdbcUrl) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(jdbcUrl);
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(2);
        pool.addDataSourceProperty("prepareThreshold", "1");
        pool.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        return pool;
    }

    /** They are seen by nobody outside their room, and by name by the container alone. */
    private static Class<?> wiring(String name) {
        try {
            return Class.forName("vn.dancu.bus.audit." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is not on the class path", e);
        }
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
