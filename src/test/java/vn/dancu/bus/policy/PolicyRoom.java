package vn.dancu.bus.policy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.scheduling.annotation.SchedulingConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.consent.ConsentRequests;
import vn.dancu.bus.consent.ConsentSettings;
import vn.dancu.bus.consent.Consents;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.fixtures.ForgottenNotices;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.partner.Enrolments;
import vn.dancu.bus.partner.KnownDialects;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.notice.Notices;

/** The room as it is wired, on a database of its own. */
public final class PolicyRoom implements AutoCloseable {

    public static final Actor DUNG = new Actor("dung", Set.of(Role.POLICY_MANAGER));
    public static final Actor GIANG = new Actor("giang", Set.of(Role.POLICY_MANAGER));
    public static final Actor BINH = new Actor("binh", Set.of(Role.APPROVER));
    public static final PartnerId H41 = new PartnerId("h41-lgsp");
    public static final PartnerId G22 = new PartnerId("g22-portal");

    public static final String LOOKUP = "TraCuuThongTinCongDan";

    /** One grant: the name, for one procedure. */
    public static final String RIGHTS =
            """
            {"officers": ["canbo01", "canbo02"], "managedOfficers": 2,
             "grants": [{"services": ["TraCuuThongTinCongDan"], "purpose": "giai-quyet-tthc",
                         "procedures": ["1.001193", "-"], "fields": ["HoVaTen"]}],
             "quotas": [{"services": ["*"], "perMinute": 100, "perDay": 1000}]}
            """;

    public final JdbcTemplate jdbc = new JdbcTemplate(MigratedDatabase.fresh());
    public final ShiftedClock clock = new ShiftedClock();
    public final List<Act> acts = new CopyOnWriteArrayList<>();

    /** What was deleted for its age, with how many records. */
    public final List<String> deletions = new CopyOnWriteArrayList<>();

    public final PolicyDrafts drafts;
    public final PolicyVersions versions;
    public final OwnRights selfService;
    public final FollowLists followLists;
    public final Explanations explainer;
    public final Consents consents;
    public final ConsentRequests consentRequests;
    public final ForgottenNotices notices = new ForgottenNotices();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Partners that nobody enrolled. */
    public PolicyRoom() {
        this(
                new InMemoryPartners()
                        .with("h41-lgsp", "secret", Partner.State.ACTIVE)
                        .with("g22-portal", "secret", Partner.State.ACTIVE),
                enrolled -> {},
                Duration.ofSeconds(2));
    }

    public PolicyRoom(Partners partners, Enrolments enrolments, Duration refresh) {
        PolicySettings settings = new PolicySettings(
                null,
                new ClassPathResource("policy/purposes.yaml"),
                refresh,
                Duration.ofSeconds(2),
                ZoneId.of("Asia/Ho_Chi_Minh"));
        DataSource dataSource = Objects.requireNonNull(jdbc.getDataSource());
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcTemplate.class, () -> jdbc);
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(dataSource));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MasterKey.class, () -> new MasterKey(new byte[32]));
        context.registerBean(Acts.class, () -> this::record);
        context.registerBean(Partners.class, () -> partners);
        context.registerBean(Enrolments.class, () -> enrolments);
        context.registerBean(
                KnownDialects.class,
                () -> name -> Dialects.builtIn().byName(name).isPresent());
        context.registerBean(KnownServices.class, PolicyRoom::services);
        context.registerBean(PolicySettings.class, () -> settings);
        context.registerBean(ConsentSettings.class, PolicyRoom::consentSettings);
        context.registerBean(QuestionsInFlight.class);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Notices.class, () -> notices);
        context.registerBean(DataDeletion.class, this::deletion);
        context.register(SchedulingConfiguration.class);
        context.scan("vn.dancu.bus.policy", "vn.dancu.bus.consent", "vn.dancu.bus.partner.authority");
        context.refresh();
        drafts = bean(PolicyDrafts.class);
        versions = bean(PolicyVersions.class);
        selfService = bean(OwnRights.class);
        followLists = bean(FollowLists.class);
        explainer = bean(Explanations.class);
        consents = bean(Consents.class);
        consentRequests = bean(ConsentRequests.class);
    }

    /** Those of lists, which another room supplies, have every field. */
    private static KnownServices services() {
        return service -> PopulationOperation.byElement(service.value())
                .<Predicate<FieldPath>>map(operation -> field -> CitizenFields.answers(operation, field))
                .or(() -> Optional.<Predicate<FieldPath>>of(field -> true)
                        .filter(any -> service.value().startsWith("CungCapDanhSachTheo")));
    }

    private DataDeletion deletion() {
        return (action, before, rows) -> deletions.add(action + " " + rows.applyAsInt(before));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Number of the newest version; 0 for none. */
    public long newestNumber() {
        return versions.list(Long.MAX_VALUE, 1).stream()
                .mapToLong(PolicyVersion::number)
                .findFirst()
                .orElse(0);
    }

    /** Publishes these rights as the next version. */
    public PolicyVersion publish(PartnerId partner, String rights) {
        long draft = drafts.open(null, "for a test", DUNG).id();
        drafts.write(draft, partner, rights, DUNG);
        return drafts.publish(draft, BINH);
    }

    public static AccessRequest question(String officer) {
        return question("1.001193", officer, null, null, null);
    }

    public static AccessRequest question(
            @Nullable String procedure,
            String officer,
            @Nullable String purpose,
            @Nullable PersonalId person,
            @Nullable String issue) {
        return new AccessRequest(
                H41,
                new ServiceCode(LOOKUP),
                procedure,
                officer,
                purpose == null ? null : new Purpose(purpose),
                person,
                issue,
                Set.of());
    }

    /** The decision on what that partner asks, as it is enrolled. */
    public Decision decision(AccessRequest request) {
        return bean(AccessPolicy.class)
                .decide(request, bean(Partners.class).find(request.partner()).orElse(null));
    }

    /** {@code granted}, or the code of the refusal. */
    public String decide(AccessRequest request) {
        return decision(request) instanceof Decision.Refused refused
                ? refused.refusal().code().code()
                : "granted";
    }

    public List<String> actions() {
        return acts.stream().map(Act::action).toList();
    }

    private static ConsentSettings consentSettings() {
        return new ConsentSettings(
                new ClassPathResource("consent/texts.yaml"),
                Duration.ofDays(365),
                Duration.ofDays(30),
                1_000,
                3,
                Duration.ofSeconds(2),
                Period.ofYears(5),
                Duration.ofHours(1));
    }

    private UUID record(Act act) {
        acts.add(act);
        return UUID.randomUUID();
    }

    @Override
    public void close() {
        context.close();
    }
}
