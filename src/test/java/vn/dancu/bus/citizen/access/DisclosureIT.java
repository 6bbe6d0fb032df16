package vn.dancu.bus.citizen.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.inspection.PersonEvents;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.authority.Authorities;

/** That uses can be seen again is recorded, once. */
class DisclosureIT {

    private static final RunningBus BUS = RunningBus.shared();

    /** Apart from that of the bus, whose own file has no such rule. */
    private static final JdbcTemplate OWN = new JdbcTemplate(MigratedDatabase.fresh());

    private static final String RULE =
            "rules: [{id: thu-mot, legalBasis: Luật mẫu, authorities: [H41], hiddenFor: P1D}]";

    private static final String LONGER = RULE.replace("P1D", "P3D");
    private static final String OTHER =
            "rules: [{id: thu-hai, legalBasis: Luật mẫu, authorities: [H41], hiddenFor: P9D}, ";

    @Test
    void recordsOnceWhatCanBeSeenWhenItsTimeIsOver() {
        Instant now = Instant.now(Clock.systemUTC());
        recorder(RULE, now.minus(Duration.ofHours(1))).run();
        SoapClient asker = new SoapClient(BUS.ports().http(), "h41-lgsp", "sandbox-h41");
        assertThat(asker.lookUp(BUS.anybody()).status()).isEqualTo(200);

        recorder(RULE, now.plus(Duration.ofHours(23))).run();
        assertThat(acts("citizen.accesses_disclosed")).as("a day is not over").isEmpty();
        recorder(OTHER + RULE.substring("rules: [".length()), now.plus(Duration.ofHours(50)))
                .run();
        assertThat(acts("citizen.accesses_disclosed"))
                .as("another rule hides the same")
                .isEmpty();
        recorder(RULE, now.plus(Duration.ofHours(51))).run();
        recorder(LONGER, now.plus(Duration.ofHours(52))).run();
        assertThat(acts("citizen.accesses_disclosed")).isEmpty();
        recorder(LONGER, now.plus(Duration.ofHours(240))).run();
        recorder(LONGER, now.plus(Duration.ofHours(241))).run();
        recorder("rules: []", now.plus(Duration.ofHours(242))).run();
        recorder("rules: []", now.plus(Duration.ofHours(243))).run();

        assertThat(acts("citizen.disclosure_rule_begun"))
                .singleElement()
                .asString()
                .contains("Luật mẫu", "P1D");
        assertThat(acts("citizen.accesses_disclosed"))
                .singleElement()
                .asString()
                .contains("\"entries\":");
        assertThat(acts("citizen.disclosure_rule_changed"))
                .singleElement()
                .asString()
                .contains("P3D");
        assertThat(acts("citizen.disclosure_rule_ended")).hasSize(1);
    }

    private static List<String> acts(String action) {
        return BUS.jdbc()
                .sql("select event from audit.event where kind = 'ACT' and result = :action"
                        + " and event like '%disclosure/thu-mot%'")
                .param("action", action)
                .query(String.class)
                .list();
    }

    private static DisclosureRecorder recorder(String rules, Instant now) {
        return new DisclosureRecorder(
                new Concealments(
                        DisclosureRules.read("test", rules, Set.of()),
                        BUS.bean(Partners.class),
                        BUS.bean(Authorities.class)),
                BUS.bean(PersonEvents.class),
                new JdbcDisclosures(OWN),
                BUS.bean(Acts.class),
                new TransactionTemplate(BUS.bean(PlatformTransactionManager.class)),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
