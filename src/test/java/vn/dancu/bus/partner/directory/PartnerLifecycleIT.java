package vn.dancu.bus.partner.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerLifecycle;
import vn.dancu.bus.partner.PartnerState;

class PartnerLifecycleIT {

    private static final PartnerId HUB = new PartnerId("h40-lgsp");
    private static final Actor CLERK = new Actor("an.tiepnhan", Set.of(Role.ONBOARDING_CLERK));

    private final DataSource dataSource = MigratedDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    private final List<Act> acts = Collections.synchronizedList(new ArrayList<>());
    private final PartnerCache partners = new PartnerCache(
            new JdbcPartners(jdbc, Clock.systemUTC()),
            transaction,
            SecretBox.forUse(new byte[32], "partner/secret"),
            "official"::equals,
            Clock.systemUTC());
    private final PartnerLifecycle lifecycle = new PartnerActivation(
            new JdbcPartnerActivation(jdbc, Clock.systemUTC()),
            transaction,
            act -> {
                acts.add(act);
                return UUID.randomUUID();
            },
            "official"::equals,
            partners);

    @Test
    void bringsAPartnerFromItsApplicationToItsFirstConnection() {
        lifecycle.open(applicant("official"), CLERK);
        assertThat(objection()).isEqualTo(ErrorCode.PARTNER_NOT_CONNECTED);

        lifecycle.goLive(HUB, LocalDate.of(2100, 12, 31), CLERK);
        assertThat(partners.find(HUB).orElseThrow().standing())
                .isEqualTo(new PartnerState.Active(LocalDate.of(2100, 12, 31)));

        lifecycle.renewAgreement(HUB, LocalDate.of(2020, 1, 1), CLERK);
        assertThat(objection()).isEqualTo(ErrorCode.AGREEMENT_EXPIRED);
        lifecycle.renewAgreement(HUB, null, CLERK);
        assertThat(partners.find(HUB).orElseThrow().standing()).isEqualTo(new PartnerState.Active(null));
        assertThat(acts)
                .extracting(Act::action)
                .containsExactly(
                        "partner.opened",
                        "partner.went_live",
                        "partner.agreement_renewed",
                        "partner.agreement_renewed");
    }

    @Test
    void refusesWhatIsNotAMove() {
        refused(() -> lifecycle.goLive(HUB, null, CLERK), ErrorCode.RESOURCE_UNKNOWN);
        refused(() -> lifecycle.open(applicant("odd"), CLERK), ErrorCode.FIELD_INVALID);
        lifecycle.open(applicant("official"), CLERK);
        refused(() -> lifecycle.open(applicant("official"), CLERK), ErrorCode.RESOURCE_EXISTS);
        refused(() -> lifecycle.renewAgreement(HUB, null, CLERK), ErrorCode.MOVE_NOT_ALLOWED);
        lifecycle.refuse(HUB, "no legal basis", CLERK);
        assertThat(objection()).isEqualTo(ErrorCode.PARTNER_NOT_CONNECTED);
        refused(() -> lifecycle.goLive(HUB, null, CLERK), ErrorCode.MOVE_NOT_ALLOWED);
        refused(() -> lifecycle.refuse(HUB, "again", CLERK), ErrorCode.MOVE_NOT_ALLOWED);
        assertThat(acts).hasSize(2);
    }

    @Test
    void letsOneOfTwoMoveThatDecideAtOnce() throws Exception {
        lifecycle.open(applicant("official"), CLERK);
        CyclicBarrier start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> live = threads.submit(() -> moves(start, () -> lifecycle.goLive(HUB, null, CLERK)));
            Future<Boolean> refusal = threads.submit(() -> moves(start, () -> lifecycle.refuse(HUB, "no", CLERK)));

            assertThat(live.get()).isNotEqualTo(refusal.get());
        } finally {
            threads.shutdown();
        }
        assertThat(acts).hasSize(2);
    }

    private static boolean moves(CyclicBarrier start, Runnable move) throws Exception {
        start.await();
        try {
            move.run();
            return true;
        } catch (BusException e) {
            assertThat(e.refusal().code()).isEqualTo(ErrorCode.MOVE_NOT_ALLOWED);
            return false;
        }
    }

    private ErrorCode objection() {
        return partners.find(HUB).flatMap(Partner::objection).orElseThrow();
    }

    private static void refused(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusException.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo(code));
    }

    private static Partner applicant(String dialect) {
        return new Partner(HUB, "Trục LGSP tỉnh thử nghiệm", "H40", dialect, Partner.State.CONNECTING);
    }
}
