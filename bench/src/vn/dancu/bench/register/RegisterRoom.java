package vn.dancu.bench.register;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisterSettings;

/** The register's room wired as in the bus. */
final class RegisterRoom implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    RegisterRoom(String jdbcUrl) {
        // As application.yaml has it.
        pool.setJdbcUrl(jdbcUrl);
        pool.setMaximumPoolSize(16);
        pool.addDataSourceProperty("prepareThreshold", "1");
        pool.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(QuestionsInFlight.class, QuestionsInFlight::new);
        context.registerBean(
                RegisterSettings.class,
                () -> new RegisterSettings(RegisterSettings.Kind.DATABASE, Duration.ofSeconds(10)));
        try {
            // Seen by nobody outside its room, and by name by the container alone.
            context.register(Class.forName("vn.dancu.bus.register.RegisterWiring"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The register is not on the class path", e);
        }
        context.refresh();
    }

    PopulationRegister register() {
        return context.getBean(PopulationRegister.class);
    }

    /** The inquiry room counts questions for all rooms; here the callers do. */
    QuestionsInFlight questions() {
        return context.getBean(QuestionsInFlight.class);
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
