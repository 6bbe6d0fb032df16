package vn.dancu.bus.sms;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.PlatformTransactionManager;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.trace.Traces;

/** Room sms of one instance of the bus, on a real database, with the outbox and without the rest of the bus. */
final class SmsRoom implements AutoCloseable {

    static final String OPERATOR = "mang-a";
    static final String CALLED = "8088";

    private final HikariDataSource pool = new HikariDataSource();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    SmsRoom(Path folder, Clock clock, TextAnswerer answerer) {
        this(MigratedDatabase.fresh(), folder, clock, answerer);
    }

    /** @param database of this instance, and of others */
    SmsRoom(DataSource database, Path folder, Clock clock, TextAnswerer answerer) {
        pool.setDataSource(database);
        pool.setMaximumPoolSize(8);
        bean(JdbcTemplate.class, () -> new JdbcTemplate(pool));
        bean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(pool));
        bean(Partners.class, InMemoryPartners::new);
        bean(Clock.class, () -> clock);
        bean(Traces.class, () -> Traces.NONE);
        bean(MeterRegistry.class, SimpleMeterRegistry::new);
        bean(MasterKey.class, () -> new MasterKey(new byte[32]));
        bean(Acts.class, () -> act -> java.util.UUID.randomUUID());
        bean(SslBundles.class, DefaultSslBundleRegistry::new);
        bean(TextAnswerer.class, () -> answerer);
        Map<String, String> values = new HashMap<>(Map.of(
                "dancu.delivery.folder",
                folder.toString(),
                "dancu.sms.operators.mang-a.host",
                "127.0.0.1",
                "dancu.sms.operators.mang-a.system-id",
                OPERATOR,
                "dancu.sms.operators.mang-a.numbers",
                CALLED));
        Binder binder = new Binder(new MapConfigurationPropertySource(values));
        bean(DeliverySettings.class, () -> binder.bindOrCreate("dancu.delivery", DeliverySettings.class));
        bean(SmsSettings.class, () -> binder.bindOrCreate("dancu.sms", SmsSettings.class));
        context.scan("vn.dancu.bus.delivery", "vn.dancu.bus.sms.inbound", "vn.dancu.bus.sms.outbound");
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    DataSource database() {
        return pool.getDataSource();
    }

    JdbcTemplate jdbc() {
        return get(JdbcTemplate.class);
    }

    /** Takes them as one session delivers them, and waits until all are durable. */
    void take(List<ArrivedMessage> messages) {
        List<CompletableFuture<Void>> durable = messages.stream()
                .map(message -> {
                    CompletableFuture<Void> one = new CompletableFuture<>();
                    get(InboundTexts.class).take(message, failure -> {
                        if (failure == null) {
                            one.complete(null);
                        } else {
                            one.completeExceptionally(failure);
                        }
                    });
                    return one;
                })
                .toList();
        CompletableFuture.allOf(durable.toArray(CompletableFuture[]::new))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    void take(ArrivedMessage... messages) {
        take(List.of(messages));
    }

    static ArrivedMessage text(String sender, String text) {
        return new ArrivedMessage(
                OPERATOR,
                sender,
                CALLED,
                false,
                false,
                8,
                text.getBytes(StandardCharsets.UTF_16BE),
                null,
                null,
                null,
                null);
    }

    static ArrivedMessage part(String sender, String text, PartOfText part) {
        return new ArrivedMessage(
                OPERATOR,
                sender,
                CALLED,
                false,
                false,
                8,
                text.getBytes(StandardCharsets.UTF_16BE),
                part,
                null,
                null,
                null);
    }

    static ArrivedMessage receipt(String text) {
        return receipt("84999000001", text, null);
    }

    /** @param ours the reference that the operator repeats */
    static ArrivedMessage receipt(String subscriber, String text, @Nullable Integer ours) {
        return new ArrivedMessage(
                OPERATOR,
                subscriber,
                CALLED,
                true,
                false,
                0,
                text.getBytes(StandardCharsets.ISO_8859_1),
                null,
                null,
                null,
                ours);
    }

    /** How many of them have ended so. */
    int ended(String outcome) {
        return jdbc().queryForList("select 1 from sms.inbound where outcome = ?", outcome)
                .size();
    }

    /** Runs the periodic tasks once. */
    void sweep() {
        ScheduledTaskRegistrar tasks = new ScheduledTaskRegistrar();
        context.getBeansOfType(SchedulingConfigurer.class).values().forEach(one -> one.configureTasks(tasks));
        tasks.getFixedDelayTaskList().stream().map(IntervalTask::getRunnable).forEach(Runnable::run);
    }

    private <T> void bean(Class<T> type, Supplier<T> made) {
        context.registerBean(type, made);
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
