package vn.dancu.bus.enrichment.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.evidence.EvidenceSigner;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.batch.StepLoop;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.enrichment.EnrichmentDelivery;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.enrichment.EnrichmentSettings;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.balance.SheetReport;
import vn.dancu.bus.enrichment.balance.SheetVerifier;
import vn.dancu.bus.enrichment.difference.Differences;
import vn.dancu.bus.enrichment.file.TextEncoding;
import vn.dancu.bus.enrichment.intake.EnrichmentIntake;
import vn.dancu.bus.enrichment.provenance.EnrichedRecords;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.MortalDatabase;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.job.JobSource;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.register.RegisterSettings;

/** The room on a real database, with people in its register; a test does each step itself. */
final class EnrichmentRoom implements AutoCloseable {

    static final String SOURCE = "the-bhyt";
    static final String AUTHORITY = "bhxh-viet-nam";

    final MortalDatabase database;
    final ShiftedClock clock = new ShiftedClock();
    final InMemoryPartners partners = new InMemoryPartners().with(AUTHORITY, "secret", Partner.State.ACTIVE);
    final QuestionsInFlight questions = new QuestionsInFlight();
    final SheetKey key = new SheetKey();
    final List<Act> acts = new CopyOnWriteArrayList<>();

    private final DataSource server;
    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @EnableConfigurationProperties({DeliverySettings.class, EnrichmentSettings.class, RegisterSettings.class})
    static class RoomSettings {}

    private EnrichmentRoom(DataSource server, Path folder, Map<String, Object> settings) {
        this.server = server;
        HikariConfig config = new HikariConfig();
        config.setDataSource(server);
        config.setMaximumPoolSize(4);
        this.pool = new HikariDataSource(config);
        this.database = new MortalDatabase(pool);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("folder", Map.of("dancu.delivery.folder", folder.toString())));
        registerBeans();
        context.scan(
                "vn.dancu.bus.delivery.content",
                "vn.dancu.bus.enrichment.source",
                "vn.dancu.bus.enrichment.manifest",
                "vn.dancu.bus.enrichment.intake",
                "vn.dancu.bus.enrichment.merge",
                "vn.dancu.bus.enrichment.balance",
                "vn.dancu.bus.enrichment.difference",
                "vn.dancu.bus.enrichment.provenance",
                "vn.dancu.bus.enrichment.job");
        context.refresh();
    }

    private void registerBeans() {
        context.register(RoomSettings.class);
        context.registerBean("lifecycleProcessor", LifecycleProcessor.class, NothingStarts::new);
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MasterKey.class, () -> new MasterKey(new byte[32]));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(QuestionsInFlight.class, () -> questions);
        context.registerBean(Partners.class, () -> partners);
        context.registerBean(Catalogues.class, Catalogues::published);
        context.registerBean(Acts.class, () -> act -> {
            acts.add(act);
            return UUID.randomUUID();
        });
        context.registerBean(EvidenceSigner.class, () -> key);
    }

    /** The steps are done by the test, not by the threads of the room. */
    private static final class NothingStarts extends DefaultLifecycleProcessor {
        @Override
        public void onRefresh() {
            // nothing
        }
    }

    static EnrichmentRoom start(Path folder, Map<String, Object> settings) {
        return on(MigratedDatabase.fresh(), folder, settings);
    }

    /** On a migrated database that has no people yet. */
    static EnrichmentRoom on(DataSource server, Path folder, Map<String, Object> settings) {
        EnrichmentRoom room = new EnrichmentRoom(server, folder, settings);
        for (int i = 1; i <= 20; i++) {
            RoomPeople.add(room.jdbc(), i, "ALIVE");
        }
        RoomPeople.add(room.jdbc(), 21, "DECEASED");
        RoomPeople.add(room.jdbc(), 22, "MISSING");
        return room;
    }

    /** As it was when it started: people, and nothing else. */
    void clear() {
        clock.shift(Duration.ZERO);
        jdbc().queryForList(
                        "select format('drop table %s', oid::regclass) from pg_class where relkind = 'r'"
                                + " and (relname like 'staged\\_%' or relispartition and relname like 'enriched\\_%')",
                        String.class)
                .forEach(jdbc()::execute);
        jdbc().execute("truncate enrichment.job, enrichment.chunk, enrichment.difference, register.enriched,"
                + " register.enriched_history, register.enriched_origin, register.enriched_group, delivery.claim"
                + " restart identity cascade");
    }

    /** A process of its own: an instance on that database and folder that works until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser("postgres");
        EnrichmentRoom room =
                new EnrichmentRoom(database, Path.of(arguments[1]), Map.of("dancu.enrichment.job.chunk", arguments[2]));
        room.context.getBean(StepLoop.class).start();
        new CountDownLatch(1).await();
    }

    /** The address of the database, for another process. */
    String address() {
        return ((PGSimpleDataSource) server).getUrl();
    }

    /** Another instance on the same database and folder. */
    EnrichmentRoom beside(Path folder, Map<String, Object> settings) {
        return new EnrichmentRoom(server, folder, settings);
    }

    UUID submit(String document, String text) {
        return submit(document, text, null);
    }

    UUID submit(String document, String text, @Nullable Long records) {
        return submit(SOURCE, document, text, records);
    }

    UUID submit(String source, String document, String text, @Nullable Long records) {
        return submit(source, document, store(text), records);
    }

    UUID submit(String source, String document, ClaimCheck content, @Nullable Long records) {
        return submit(source, "csv", TextEncoding.UTF_8, content, records, document);
    }

    UUID submit(
            String source,
            String form,
            @Nullable TextEncoding encoding,
            ClaimCheck content,
            @Nullable Long records,
            String document) {
        return jobs().submit(new EnrichmentDelivery(
                        new SourceCode(source),
                        form,
                        encoding,
                        content,
                        records,
                        document,
                        LocalDate.of(2026, 11, 2),
                        "tester"))
                .job();
    }

    ClaimCheck store(String text) {
        return store(text.getBytes(StandardCharsets.UTF_8));
    }

    ClaimCheck store(byte[] file) {
        try {
            return context.getBean(ClaimChecks.class).store(new ByteArrayInputStream(file), Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does steps until nothing is left that may be done now. */
    void workAll() {
        boolean isWorked = true;
        while (isWorked) {
            isWorked = stage() | merge() | end();
        }
    }

    boolean stage() {
        return context.getBean(ChunkStager.class).stageNext();
    }

    boolean merge() {
        return context.getBean(ChunkMerger.class).mergeNext();
    }

    boolean end() {
        JobBalancer balancer = context.getBean(JobBalancer.class);
        return balancer.balanceNext() | balancer.certifyNext() | balancer.clearNext();
    }

    EnrichmentJobs jobs() {
        return context.getBean(EnrichmentJobs.class);
    }

    EnrichmentIntake intake() {
        return context.getBean(EnrichmentIntake.class);
    }

    Differences differences() {
        return context.getBean(Differences.class);
    }

    EnrichedRecords records() {
        return context.getBean(EnrichedRecords.class);
    }

    EnrichmentSources sources() {
        return context.getBean(EnrichmentSources.class);
    }

    JobSource progress() {
        return context.getBean(JobSource.class);
    }

    EnrichmentJob job(UUID id) {
        return jobs().find(id).orElseThrow();
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    /** Offline: with the fingerprint of the key, the delivered file and the result file. */
    void verified(UUID id, long records, Path folder) throws IOException {
        Path certificate =
                Files.write(folder.resolve(id + ".json"), jobs().certificate(id).orElseThrow());
        Path result = folder.resolve(id + ".csv.gz");
        try (var in = jobs().result(id).orElseThrow()) {
            Files.copy(in, result);
        }
        TrustAnchors anchors = TrustAnchors.NONE.trusting(Set.of(key.fingerprint()));

        SheetReport report = SheetVerifier.verify(certificate, anchors, null, result);

        assertThat(report.findings()).isEmpty();
        assertThat(report.isRight()).isTrue();
        assertThat(report.totals().get("in")).isEqualTo(records);
    }

    /** The lines of the result file, without its head. */
    String result(UUID id) {
        try (InputStream in = new GZIPInputStream(jobs().result(id).orElseThrow())) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the register holds of somebody, with the source's document; null where it holds nothing. */
    @Nullable
    String held(int i) {
        return jdbc()
                .queryForList(
                        "select o.document || ' ' || e.verified_on || ' ' || replace(e.content, chr(31), '|')"
                                + " from register.enriched e join register.enriched_origin o on o.id = e.origin_id"
                                + " where e.citizen_id = ?",
                        String.class,
                        i)
                .stream()
                .findFirst()
                .orElse(null);
    }

    int count(String sql) {
        Integer count = jdbc().queryForObject("select count(*) from " + sql, Integer.class);
        return count == null ? 0 : count;
    }

    /** Tables of chunks that are there. */
    int stagedTables() {
        return count("pg_class where relname like 'staged\\_%' and relkind = 'r'");
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
