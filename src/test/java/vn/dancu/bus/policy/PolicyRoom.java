package vn.dancu.bus.policy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.partner.Partner;

/** The whole room on a database of its own. */
final class PolicyRoom implements AutoCloseable {

    static final Actor DUNG = new Actor("dung", Set.of(Role.POLICY_MANAGER));
    static final Actor GIANG = new Actor("giang", Set.of(Role.POLICY_MANAGER));
    static final Actor BINH = new Actor("binh", Set.of(Role.APPROVER));
    static final PartnerId H41 = new PartnerId("h41-lgsp");
    static final PartnerId G22 = new PartnerId("g22-portal");

    static final String LOOKUP = "TraCuuThongTinCongDan";

    /** One grant: the name, for one procedure. */
    static final String RIGHTS =
            """
            {"officers": ["canbo01", "canbo02"], "managedOfficers": 2,
             "grants": [{"services": ["TraCuuThongTinCongDan"], "purpose": "giai-quyet-tthc",
                         "procedures": ["1.001193", "-"], "fields": ["HoVaTen"]}],
             "quotas": [{"services": ["*"], "perMinute": 100, "perDay": 1000}]}
            """;

    final JdbcTemplate jdbc = new JdbcTemplate(MigratedDatabase.fresh());
    final ShiftedClock clock = new ShiftedClock();
    final List<Act> acts = new CopyOnWriteArrayList<>();
    final InMemoryPartners partners = new InMemoryPartners()
            .with("h41-lgsp", "secret", Partner.State.ACTIVE)
            .with("g22-portal", "secret", Partner.State.ACTIVE);
    final JdbcPolicies store = new JdbcPolicies(
            jdbc, new TransactionTemplate(new DataSourceTransactionManager(jdbc.getDataSource())), clock);
    final JdbcSelfSettings own = new JdbcSelfSettings(jdbc);
    final PolicyCache policy = new PolicyCache(store, own);
    final PolicySettings settings = new PolicySettings(
            null,
            new ClassPathResource("policy/purposes.yaml"),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            ZoneId.of("Asia/Ho_Chi_Minh"));
    final Quotas quotas = new Quotas(new JdbcQuotaUse(jdbc.getDataSource(), settings.leaseTimeout()), clock, settings);
    final FollowListStore followListStore = new FollowListStore(
            store,
            own,
            new JdbcRelationships(jdbc.getDataSource(), settings.leaseTimeout()),
            SecretBox.forUse(new byte[32], "policy/relationship"),
            this::record,
            clock);
    final DraftEditor drafts = new DraftEditor(
            store, new JdbcDrafts(jdbc), TestReaders.grants(), partners, this::record, clock, policy::refreshOrKeep);
    final PartnerSelfService selfService = new PartnerSelfService(store, own, policy, this::record, clock);
    final AccessPolicy decider = new PolicyDecider(partners, policy, quotas, followListStore, clock);
    final DecisionExplainer explainer =
            new DecisionExplainer(partners, policy, drafts, quotas, TestReaders.purposes(), clock);

    /** Publishes these rights as the next version. */
    PolicyVersion publish(PartnerId partner, String rights) {
        long draft = drafts.open(null, "for a test", DUNG).id();
        drafts.write(draft, partner, rights, DUNG);
        return drafts.publish(draft, BINH);
    }

    static AccessRequest question(String officer) {
        return question("1.001193", officer, null, null, null);
    }

    static AccessRequest question(
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
                issue);
    }

    /** {@code granted}, or the code of the refusal. */
    String decide(AccessRequest request) {
        return decider.decide(request) instanceof Decision.Refused refused
                ? refused.refusal().code().code()
                : "granted";
    }

    List<String> actions() {
        return acts.stream().map(Act::action).toList();
    }

    private UUID record(Act act) {
        acts.add(act);
        return UUID.randomUUID();
    }

    @Override
    public void close() {
        policy.close();
        quotas.close();
    }
}
