package vn.dancu.bus.listing.work;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.audit.ListedPersons;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.batch.StepLoop;
import vn.dancu.bus.batch.StopSignal;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.job.JobSource;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.listing.ListRequest;
import vn.dancu.bus.listing.ListRequests;
import vn.dancu.bus.listing.ListService;
import vn.dancu.bus.listing.ListSettings;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.AccessPolicy;
import vn.dancu.bus.policy.KnownServices;
import vn.dancu.bus.register.RegisterSettings;
import vn.dancu.bus.register.list.RegisterLists;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ListSettings.class)
class ListWiring {

    private static final Logger LOGGER = LoggerFactory.getLogger(ListWiring.class);
    private static final double WHOLE = 100;

    /** How often it is looked for requests that ended long ago. */
    private static final Duration DELETION = Duration.ofHours(1);

    private final TransactionTemplate transaction;
    private final ListSettings settings;
    private final PieceSeal seal;
    private final JdbcListQueue queue;
    private final JdbcListRequests rows;
    private final Clock clock;

    ListWiring(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ListSettings settings,
            MasterKey masterKey,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.settings = settings;
        this.seal = new PieceSeal(SecretBox.forUse(masterKey.bytes(), PieceSeal.USE));
        this.queue = new JdbcListQueue(jdbc, clock);
        this.rows = new JdbcListRequests(jdbc, clock);
        this.clock = clock;
    }

    /** The policy room knows no list: here it learns which services supply one. */
    @Bean
    KnownServices listServices(RegisterLists lists) {
        return service -> ListService.byElement(service.value()).map(known -> lists.fields()::contains);
    }

    @Bean
    PartnerKeys partnerKeys() {
        return PartnerKeys.read(settings.keys());
    }

    @Bean
    ListRequests listRequests(
            AccessPolicy policy,
            RegisterLists lists,
            PartnerKeys keys,
            ClaimChecks claims,
            Acts acts,
            RegisterSettings register) {
        ListAdmission admission = new ListAdmission(policy, lists.fields(), keys, settings, register);
        return new AdmittedListRequests(admission, rows, queue, claims, seal, acts, transaction, settings);
    }

    @Bean
    ListTurn listTurn(Partners partners) {
        return new ListTurn(queue, partners, transaction);
    }

    @Bean
    ListDrawer listDrawer(ListTurn turn, RegisterLists lists, ListedPersons trail) {
        return new ListDrawer(turn, queue, lists, trail, seal, settings, clock);
    }

    @Bean
    ListPacker listPacker(ListTurn turn, RegisterLists lists, PartnerKeys keys, ClaimChecks claims) {
        ListPacker.Rules rules = new ListPacker.Rules(settings, transaction, clock);
        return new ListPacker(turn, queue, lists, keys, claims, seal, rules);
    }

    @Bean
    StepLoop listLoop(ListDrawer drawer, ListPacker packer, QuestionsInFlight questions) {
        return new StepLoop(
                "dancu-list",
                List.of(
                        () -> pause(drawer::drawNext, questions),
                        () -> pause(() -> packer.packNext() | packer.forgetNext(), questions)),
                ListWiring::log,
                new StopSignal());
    }

    /** Does a step; how long to wait after it: it stands back while questions are answered. */
    private Duration pause(BooleanSupplier step, QuestionsInFlight questions) {
        long start = System.nanoTime();
        if (!step.getAsBoolean()) {
            return settings.look();
        }
        double others = WHOLE / settings.busyShare() - 1;
        return questions.count() == 0 ? Duration.ZERO : Duration.ofNanos((long) ((System.nanoTime() - start) * others));
    }

    private static void log(RuntimeException failure) {
        LOGGER.atWarn()
                .addKeyValue(LogKeys.CAUSE, UnexpectedFailure.describe(failure))
                .log("Lists cannot go on, they are tried again");
    }

    @Bean
    SchedulingConfigurer listDeletion(DataDeletion deletion) {
        return tasks -> tasks.addFixedDelayTask(
                () -> deletion.run(
                        "listing.requests_deleted",
                        clock.instant().minus(settings.retention()),
                        queue::deleteEndedBefore),
                DELETION);
    }

    @Bean
    JobSource listProgress() {
        return most ->
                rows.list(null, null, most).stream().map(ListWiring::shown).toList();
    }

    private static Job shown(ListRequest request) {
        Job.State state =
                switch (request.state()) {
                    case WAITING -> Job.State.WAITING;
                    case RUNNING, DRAWN -> request.cause() == null ? Job.State.RUNNING : Job.State.WAITING;
                    case READY, EXPIRED -> Job.State.DONE;
                    case FAILED -> Job.State.FAILED;
                    case DELETED -> Job.State.STOPPED;
                };
        return new Job(
                Job.Kind.LIST,
                request.id().toString(),
                request.service().code().value(),
                request.partner().value(),
                request.requestedAt(),
                request.state().isOpen() ? null : request.changedAt(),
                state,
                Job.Unit.PEOPLE,
                Optional.ofNullable(request.counted()).orElse(request.listed()),
                null,
                null);
    }
}
