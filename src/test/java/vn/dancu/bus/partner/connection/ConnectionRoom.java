package vn.dancu.bus.partner.connection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerLifecycle;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.credential.Credential;
import vn.dancu.bus.partner.credential.CredentialKind;
import vn.dancu.bus.partner.credential.CredentialValidity;
import vn.dancu.bus.partner.credential.Credentials;
import vn.dancu.bus.partner.credential.IssuedSecret;

/** This part of the room on a real database, with a life cycle and a trail that remember what they were told. */
final class ConnectionRoom {

    private final DataSource dataSource = MigratedDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    private final List<Act> acts = new CopyOnWriteArrayList<>();
    private final RememberedLifeCycle lifecycle = new RememberedLifeCycle();
    private final FewCredentials credentials = new FewCredentials();
    private final InMemoryPartners partners = new InMemoryPartners()
            .with("h41-lgsp", "-", Partner.State.ACTIVE)
            .with("h99-tam-ngung", "-", Partner.State.SUSPENDED);
    private volatile Instant now = Instant.parse("2026-11-24T02:00:00Z");
    private final Clock clock = new SetClock();
    private final AuthorityRegistrar authorities = new AuthorityRegistrar(
            new JdbcAuthorities(jdbc, transactions),
            List.of(new AuthorityKind("province", new BilingualLabel("Tỉnh", "Province"))),
            this::record,
            clock);

    ConnectionRoom() {
        lifecycle.insert(new PartnerId("h41-lgsp"), "ACTIVE");
    }

    /** The room after a start with that steps file, on the same database. */
    Connections with(String steps) {
        JdbcStepPlans plans = new JdbcStepPlans(jdbc, new StepPlanReader(), clock);
        JdbcApplications applications = new JdbcApplications(jdbc);
        ApplicationJournal journal = new ApplicationJournal(
                applications,
                new JdbcApplicationMoves(jdbc),
                plans,
                new ApplicationActs(this::record),
                WorkingDays.read("vn.yaml", Plans.calendar()),
                transactions,
                clock);
        StepPlan plan = plans.keep("steps.yaml", steps);
        return new DelegatingConnections(
                plan,
                new ApplicationOpener(journal, plan, authorities, partners, lifecycle),
                new ApplicationWorkflow(journal, credentials, lifecycle),
                journal,
                applications);
    }

    Authorities authorities() {
        return authorities;
    }

    RememberedLifeCycle lifeCycle() {
        return lifecycle;
    }

    List<Act> acts() {
        return List.copyOf(acts);
    }

    void set(Instant instant) {
        now = instant;
    }

    void issueCredential(PartnerId partner) {
        credentials.holders.add(partner);
    }

    private UUID record(Act act) {
        acts.add(act);
        return UUID.randomUUID();
    }

    /** Stores partners as the real one does, as far as this part needs it. */
    final class RememberedLifeCycle implements PartnerLifecycle {

        private final List<String> said = new CopyOnWriteArrayList<>();

        List<String> said() {
            return new ArrayList<>(said);
        }

        boolean insert(PartnerId id, String state) {
            return jdbc.update(
                            """
                            insert into partner.partner (id, name, agency_code, dialect, state, changed_at)
                            values (?, 'Trục', 'H41', 'official', ?, 'epoch') on conflict do nothing
                            """,
                            id.value(),
                            state)
                    == 1;
        }

        @Override
        public void open(Partner applicant, Actor by) {
            if (!insert(applicant.id(), "CONNECTING")) {
                throw new BusException(ErrorCode.RESOURCE_EXISTS, null);
            }
            said.add("opened " + applicant.id());
        }

        @Override
        public void refuse(PartnerId partner, String reason, Actor by) {
            said.add("refused " + partner + ": " + reason);
        }

        @Override
        public void goLive(PartnerId partner, @Nullable LocalDate agreementEnds, Actor by) {
            said.add("live " + partner + " until " + agreementEnds);
        }

        @Override
        public void renewAgreement(PartnerId partner, @Nullable LocalDate agreementEnds, Actor by) {
            throw new UnsupportedOperationException();
        }
    }

    /** Knows who has one, and issues none. */
    private static final class FewCredentials implements Credentials {

        private final Set<PartnerId> holders = ConcurrentHashMap.newKeySet();

        @Override
        public IssuedSecret issue(PartnerId partner, CredentialKind kind, CredentialValidity validity, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Credential register(PartnerId partner, byte[] certificate, CredentialValidity validity, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void revoke(PartnerId partner, UUID credential, String reason, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Credential> of(PartnerId partner) {
            Credential one = new Credential(
                    UUID.randomUUID(),
                    partner,
                    CredentialKind.SECRET,
                    false,
                    null,
                    null,
                    Instant.EPOCH,
                    null,
                    Instant.EPOCH,
                    "hoa.vanhanh",
                    null,
                    null);
            return holders.contains(partner) ? List.of(one) : List.of();
        }
    }

    private final class SetClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
