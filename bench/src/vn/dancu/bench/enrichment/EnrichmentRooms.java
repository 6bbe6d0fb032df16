package vn.dancu.bench.enrichment;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.evidence.Evidence;
import vn.dancu.bus.audit.evidence.EvidenceSigner;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.enrichment.EnrichmentDelivery;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.enrichment.EnrichmentSettings;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.file.TextEncoding;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisterSettings;

/** The rooms that a file passes, wired as in the bus, with their threads; the partner may deliver, and acts are not recorded. */
final class EnrichmentRooms implements AutoCloseable {

    private static final String SOURCE = "the-bhyt";
    private static final Actor OPERATOR = Actor.BUS;

    private final HikariDataSource pool = new HikariDataSource();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Key key = new Key();

    @EnableConfigurationProperties({DeliverySettings.class, EnrichmentSettings.class, RegisterSettings.class})
    static class Settings {}

    EnrichmentRooms(String jdbcUrl, Path folder, int chunk) {
        // As application.yaml has it.
        pool.setJdbcUrl(jdbcUrl);
        pool.setMaximumPoolSize(16);
        pool.addDataSourceProperty("prepareThreshold", "1");
        pool.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "bench",
                        Map.of(
                                "dancu.delivery.folder", folder.toString(),
                                "dancu.register.timeout", "10s",
                                "dancu.enrichment.job.chunk", String.valueOf(chunk))));
        registerBeans();
        context.scan(
                "vn.dancu.bus.delivery.content",
                "vn.dancu.bus.register",
                "vn.dancu.bus.enrichment.source",
                "vn.dancu.bus.enrichment.merge",
                "vn.dancu.bus.enrichment.balance",
                "vn.dancu.bus.enrichment.job");
        context.refresh();
    }

    private void registerBeans() {
        context.register(Settings.class);
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(pool));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(pool));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(MasterKey.class, () -> new MasterKey(new byte[32]));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(QuestionsInFlight.class, QuestionsInFlight::new);
        context.registerBean(Catalogues.class, Catalogues::published);
        context.registerBean(Acts.class, () -> act -> UUID.randomUUID());
        context.registerBean(EvidenceSigner.class, () -> key);
        context.registerBean(Partners.class, EnrichmentRooms::partners);
    }

    /** Whoever is looked for is a partner that may connect. */
    private static Partners partners() {
        return (Partners) java.lang.reflect.Proxy.newProxyInstance(
                Partners.class.getClassLoader(), new Class<?>[] {Partners.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        return Optional.of(new Partner(
                                (vn.dancu.bus.kernel.PartnerId) arguments[0],
                                "Cơ quan",
                                "G22",
                                "official",
                                Partner.State.ACTIVE));
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    ClaimCheck store(InputStream file) {
        try {
            return context.getBean(ClaimChecks.class).store(file, Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UUID submit(ClaimCheck content, long records, String document) {
        return jobs().submit(new EnrichmentDelivery(
                        new SourceCode(SOURCE),
                        "csv",
                        TextEncoding.UTF_8,
                        content,
                        records,
                        document,
                        LocalDate.of(2026, 11, 1),
                        "bench"))
                .job();
    }

    EnrichmentJob job(UUID id) {
        return jobs().find(id).orElseThrow();
    }

    EnrichmentJobs jobs() {
        return context.getBean(EnrichmentJobs.class);
    }

    void cancel(UUID id) {
        jobs().cancel(id, OPERATOR);
    }

    /** Of the key that signs certificates. */
    String fingerprint() {
        return key.key().fingerprint();
    }

    PopulationRegister register() {
        return context.getBean(PopulationRegister.class);
    }

    QuestionsInFlight questions() {
        return context.getBean(QuestionsInFlight.class);
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }

    /** A key of seals. */
    private static final class Key implements EvidenceSigner {

        private final KeyPair pair;

        Key() {
            try {
                pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Evidence.KeySummary key() {
            byte[] key = pair.getPublic().getEncoded();
            return new Evidence.KeySummary(1, key, Sha256.hex(key), Instant.EPOCH, "dancu-bus");
        }

        @Override
        public Signed sign(byte[] text) {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(pair.getPrivate());
                signature.update(text);
                return new Signed(key(), signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
