package vn.dancu.bus.partner.connection;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.ConformanceSettings;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerLifecycle;
import vn.dancu.bus.partner.PartnerSettings;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.connection.plan.Plans;
import vn.dancu.bus.partner.credential.Credential;
import vn.dancu.bus.partner.credential.CredentialKind;
import vn.dancu.bus.partner.credential.CredentialValidity;
import vn.dancu.bus.partner.credential.Credentials;
import vn.dancu.bus.partner.credential.IssuedSecret;

/** This part of the room on a real database, with a life cycle and a trail that keep what they receive. */
final class ConnectionRoom {

    private final DataSource dataSource = MigratedDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final List<Act> acts = new CopyOnWriteArrayList<>();
    private final RememberedLifeCycle lifecycle = new RememberedLifeCycle();
    private final FewCredentials credentials = new FewCredentials();
    private final InMemoryPartners partners = new InMemoryPartners()
            .with("h41-lgsp", "-", Partner.State.ACTIVE)
            .with("h99-tam-ngung", "-", Partner.State.SUSPENDED);
    private volatile Instant now = Instant.parse("2026-11-24T02:00:00Z");
    private final Clock clock = new SetClock();
    private final AnnotationConfigApplicationContext surroundings = new AnnotationConfigApplicationContext();

    ConnectionRoom() {
        lifecycle.insert(new PartnerId("h41-lgsp"), "ACTIVE");
        surroundings.registerBean(JdbcTemplate.class, () -> jdbc);
        surroundings.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(dataSource));
        surroundings.registerBean(Clock.class, () -> clock);
        surroundings.registerBean(Acts.class, () -> this::record);
        surroundings.registerBean(Partners.class, () -> partners);
        surroundings.registerBean(PartnerLifecycle.class, () -> lifecycle);
        surroundings.registerBean(Credentials.class, () -> credentials);
        surroundings.registerBean(WorkingDays.class, () -> WorkingDays.read("vn.yaml", Plans.calendar()));
        surroundings.registerBean(
                ConformanceSettings.class,
                () -> new ConformanceSettings(false, Duration.ofDays(30), List.of(), Map.of()));
        surroundings.scan("vn.dancu.bus.partner.authority", "vn.dancu.bus.partner.conformance");
        surroundings.refresh();
    }

    /** The room after a start with that steps file, on the same database. */
    Connections with(String steps) {
        Resource file = new ByteArrayResource(steps.getBytes(StandardCharsets.UTF_8), "steps.yaml");
        AnnotationConfigApplicationContext started = new AnnotationConfigApplicationContext();
        started.setParent(surroundings);
        started.registerBean(
                PartnerSettings.class,
                () -> new PartnerSettings(
                        Duration.ofSeconds(2),
                        file,
                        file,
                        file,
                        Duration.ofDays(1),
                        Duration.ofDays(1),
                        Duration.ofHours(4),
                        Duration.ofHours(1)));
        started.scan("vn.dancu.bus.partner.connection");
        started.refresh();
        return started.getBean(Connections.class);
    }

    Authorities authorities() {
        return surroundings.getBean(Authorities.class);
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
        public Credential register(
                PartnerId partner, CredentialKind kind, byte[] certificate, CredentialValidity validity, Actor by) {
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
