package vn.dancu.bus.partner.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.CredentialProof;
import vn.dancu.bus.partner.DigestInput;
import vn.dancu.bus.partner.Enrolment;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerState;

class PartnersIT {

    private static final PartnerId HUB = new PartnerId("h41-lgsp");
    private static final SecretBox BOX = SecretBox.forUse(new byte[32], "partner/secret");

    private final DataSource dataSource = MigratedDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final ShiftedClock clock = new ShiftedClock();
    private final ScheduledExecutorService refresher = Executors.newSingleThreadScheduledExecutor();
    private final PartnerCache partners = instance(BOX);

    @AfterEach
    void stop() {
        refresher.shutdownNow();
    }

    @Test
    void knowsAPartnerThatWasEnrolled() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "sandbox-h41")));

        assertThat(partners.find(HUB)).contains(hub(Partner.State.ACTIVE, "-").partner());
        assertThat(partners.find(new PartnerId("nobody"))).isEmpty();
    }

    @Test
    void acceptsTheDigestOfTheSecretAndNoOther() throws Exception {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "sandbox-h41")));
        String right = digest("/soap/population/v1", "h41-lgsp", "1790000000", "sandbox-h41");
        String wrong = digest("/soap/population/v1", "h41-lgsp", "1790000000", "sandbox-h42");

        assertThat(partners.proveDigest(HUB, text("1790000000"), right)).isEqualTo(CredentialProof.RIGHT);
        assertThat(partners.proveDigest(HUB, text("1790000001"), right)).isEqualTo(CredentialProof.WRONG);
        assertThat(partners.proveDigest(HUB, text("1790000000"), wrong)).isEqualTo(CredentialProof.WRONG);
        assertThat(partners.proveDigest(HUB, text("1790000000"), "")).isEqualTo(CredentialProof.WRONG);
        assertThat(partners.proveDigest(new PartnerId("nobody"), text("1790000000"), right))
                .isEqualTo(CredentialProof.WRONG);
    }

    @Test
    void digestsWhatComesAfterTheSecretToo() throws Exception {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "sandbox-h41")));
        String digest = digest("h41-lgsp", "sandbox-h41", "1790000000", "/soap");

        assertThat(partners.proveDigest(HUB, new DigestInput("h41-lgsp", "1790000000/soap"), digest))
                .isEqualTo(CredentialProof.RIGHT);
        assertThat(partners.proveDigest(HUB, new DigestInput("h41-lgsp", "1790000000"), digest))
                .isEqualTo(CredentialProof.WRONG);
    }

    @Test
    void acceptsTheSecretAndNoOther() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "sandbox-h41")));

        assertThat(partners.proveSecret(HUB, "sandbox-h41")).isEqualTo(CredentialProof.RIGHT);
        assertThat(partners.proveSecret(HUB, "sandbox-h4")).isEqualTo(CredentialProof.WRONG);
        assertThat(partners.proveSecret(new PartnerId("nobody"), "nobody-has-this-secret"))
                .isEqualTo(CredentialProof.WRONG);
    }

    @Test
    void keepsTheSecretSealed() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "sandbox-h41")));

        byte[] sealed = jdbc.queryForObject("select sealed from partner.credential", byte[].class);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("sandbox-h41");
        assertThat(BOX.open(sealed)).isEqualTo("sandbox-h41".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void seesASuspensionThatWasMadeInTheDatabase() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "sandbox-h41")));

        jdbc.update("update partner.partner set state = 'SUSPENDED' where id = ?", HUB.value());

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(partners.find(HUB))
                .get()
                .extracting(Partner::state)
                .isEqualTo(Partner.State.SUSPENDED));
    }

    @Test
    void shutsOutOnlyThePartnerWhoseSecretDoesNotOpen() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "sandbox-h41")));
        byte[] other = new byte[32];
        other[0] = 1;

        assertThat(instance(SecretBox.forUse(other, "partner/secret")).find(HUB))
                .isEmpty();
    }

    @Test
    void refusesAnUnknownDialect() {
        Partner odd = new Partner(HUB, "Trục", "H41", "odd", Partner.State.ACTIVE);

        assertThatThrownBy(() -> partners.enrol(List.of(new Enrolment(odd, "sandbox-h41"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dialect of partner h41-lgsp");
    }

    @Test
    void letsTheOldAndTheNewSecretWorkSideBySide() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "old")));
        credential("SECRET", "new", "now() - interval '1 minute'", "null");

        assertThat(partners.proveSecret(HUB, "old")).isEqualTo(CredentialProof.RIGHT);
        await().untilAsserted(() -> assertThat(partners.proveSecret(HUB, "new")).isEqualTo(CredentialProof.RIGHT));
    }

    @Test
    void saysThatASecretHasExpiredToWhoeverHasItAndToNobodyElse() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "-")));
        credential("SECRET", "short", "now() - interval '1 hour'", "now() + interval '1 hour'");
        await().untilAsserted(
                        () -> assertThat(partners.proveSecret(HUB, "short")).isEqualTo(CredentialProof.RIGHT));

        clock.shift(Duration.ofHours(2));

        assertThat(partners.proveSecret(HUB, "short")).isEqualTo(CredentialProof.EXPIRED);
        assertThat(partners.proveSecret(HUB, "other")).isEqualTo(CredentialProof.WRONG);
    }

    @Test
    void takesTheClientSecretAtTheTokenEndpointWhereThereIsOne() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "secret")));
        credential("CLIENT_SECRET", "client", "now() - interval '1 hour'", "null");

        await().untilAsserted(
                        () -> assertThat(partners.proveSecret(HUB, "client")).isEqualTo(CredentialProof.RIGHT));
        assertThat(partners.proveSecret(HUB, "secret")).isEqualTo(CredentialProof.WRONG);
    }

    @Test
    void beginsAndEndsAWindowByTheClockAlone() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "-")));
        suspension(null, "maintenance", "now() + interval '1 day'", "now() + interval '2 days'");
        jdbc.update("update partner.partner set agreement_ends = current_date + 30");
        await().untilAsserted(() -> assertThat(partners.find(HUB).orElseThrow().standing())
                .isInstanceOfSatisfying(PartnerState.Active.class, active -> assertThat(active.agreementEnds())
                        .isNotNull()));

        clock.shift(Duration.ofHours(25));
        assertThat(partners.find(HUB).flatMap(Partner::objection)).contains(ErrorCode.PARTNER_SUSPENDED);
        clock.shift(Duration.ofHours(49));
        assertThat(partners.find(HUB).flatMap(Partner::objection)).isEmpty();
        clock.shift(Duration.ofDays(32));
        assertThat(partners.find(HUB).flatMap(Partner::objection)).contains(ErrorCode.AGREEMENT_EXPIRED);
    }

    @Test
    void namesThePartnersOwnGroundBeforeThatOfAll() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "-")));
        suspension(null, "maintenance", "now() - interval '2 days'", "now() + interval '2 days'");
        suspension(HUB.value(), "breach", "now() - interval '1 day'", "null");

        await().untilAsserted(() -> assertThat(partners.find(HUB).orElseThrow().standing())
                .isInstanceOfSatisfying(PartnerState.Suspended.class, suspended -> assertThat(suspended.ground())
                        .isEqualTo("breach")));
    }

    @Test
    void doesNotReviveByTheFileWhatWasTerminated() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "-")));
        jdbc.update("update partner.partner set state = 'TERMINATED', terminated_ground = 'purpose-gone',"
                + " terminated_since = now()");

        partners.enrol(List.of(hub(Partner.State.ACTIVE, "-")));

        assertThat(partners.find(HUB).flatMap(Partner::objection)).contains(ErrorCode.PARTNER_TERMINATED);
    }

    @Test
    void keepsASecretOfTheFileRevokedUntilTheFileBringsAnother() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "first")));
        jdbc.update("update partner.credential set revoked_at = now(), revoked_by = 'x', revoked_reason = 'lost'");

        partners.enrol(List.of(hub(Partner.State.ACTIVE, "first")));
        assertThat(partners.proveSecret(HUB, "first")).isEqualTo(CredentialProof.WRONG);
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "second")));
        assertThat(partners.proveSecret(HUB, "second")).isEqualTo(CredentialProof.RIGHT);
    }

    @Test
    void objectsToAHubWhoseSecretsHaveAllEndedOrBeenRevoked() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "-")));
        assertThat(partners.objectionTo(HUB)).isEmpty();
        jdbc.update("update partner.credential set valid_until = now() - interval '1 hour'");
        partners.refreshOrKeep();
        assertThat(partners.objectionTo(HUB)).contains(ErrorCode.CREDENTIAL_EXPIRED);
        credential("CLIENT_SECRET", "another", "now() - interval '1 hour'", "null");
        partners.refreshOrKeep();
        assertThat(partners.objectionTo(HUB)).as("one that is good will do").isEmpty();

        jdbc.update("update partner.credential set revoked_at = now(), revoked_by = 'x', revoked_reason = 'lost'");
        partners.refreshOrKeep();

        assertThat(partners.objectionTo(HUB)).contains(ErrorCode.CREDENTIALS_WRONG);
    }

    @Test
    void objectsToAHubOfNoStandingAndToNobody() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "-")));
        jdbc.update("update partner.partner set agreement_ends = date '2026-01-01'");
        partners.refreshOrKeep();
        assertThat(partners.objectionTo(HUB)).contains(ErrorCode.AGREEMENT_EXPIRED);

        suspension("h41-lgsp", "breach", "now() - interval '1 hour'", "null");
        partners.refreshOrKeep();

        assertThat(partners.objectionTo(HUB)).contains(ErrorCode.PARTNER_SUSPENDED);
        assertThat(partners.objectionTo(new PartnerId("x99-nobody"))).contains(ErrorCode.PARTNER_UNKNOWN);
    }

    @Test
    void doesNotShowWhatWasRolledBack() {
        partners.enrol(List.of(hub(Partner.State.ACTIVE, "first")));
        new TransactionTemplate(new DataSourceTransactionManager(dataSource)).executeWithoutResult(status -> {
            partners.enrol(List.of(hub(Partner.State.TERMINATED, "first")));
            status.setRollbackOnly();
        });

        assertThat(partners.find(HUB).flatMap(Partner::objection)).isEmpty();
    }

    @Test
    void keepsTheSecretsOfADatabaseOfBefore() {
        DataSource before = MigratedDatabase.upTo("20261124.7");
        new JdbcTemplate(before)
                .update(
                        "insert into partner.partner (id, name, agency_code, dialect, state, secret_sealed, changed_at)"
                                + " values ('h41-lgsp', 'Trục', 'H41', 'official', 'ACTIVE', ?, now())",
                        BOX.seal("from-before".getBytes(StandardCharsets.UTF_8)));
        MigratedDatabase.migrate(before);

        PartnerCache migrated = instance(before, BOX);
        assertThat(migrated.proveSecret(HUB, "from-before")).isEqualTo(CredentialProof.RIGHT);
        migrated.enrol(List.of(hub(Partner.State.ACTIVE, "from-the-file")));
        assertThat(migrated.proveSecret(HUB, "from-before")).isEqualTo(CredentialProof.WRONG);
        assertThat(migrated.proveSecret(HUB, "from-the-file")).isEqualTo(CredentialProof.RIGHT);
    }

    private void credential(String kind, String secret, String from, String until) {
        jdbc.update(
                "insert into partner.credential (id, partner, kind, origin, sealed, valid_from, valid_until, issued_at,"
                        + " issued_by) values (gen_random_uuid(), ?, ?, 'ISSUED', ?, " + from + ", " + until
                        + ", now(), 'test')",
                HUB.value(),
                kind,
                BOX.seal(secret.getBytes(StandardCharsets.UTF_8)));
    }

    private void suspension(@Nullable String partner, String ground, String since, String until) {
        jdbc.update(
                "insert into partner.suspension (id, partner, ground, since, until, reason, ordered_at, ordered_by)"
                        + " values (gen_random_uuid(), ?, ?, " + since + ", " + until + ", 'because', now(), 'test')",
                partner,
                ground);
    }

    private PartnerCache instance(SecretBox box) {
        return instance(dataSource, box);
    }

    private PartnerCache instance(DataSource database, SecretBox box) {
        PartnerCache instance = new PartnerCache(
                new JdbcPartners(new JdbcTemplate(database), clock),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                box,
                Set.of("official", "live")::contains,
                clock);
        instance.refresh();
        var unused = refresher.scheduleWithFixedDelay(instance::refreshOrKeep, 100, 100, TimeUnit.MILLISECONDS);
        return instance;
    }

    private static Enrolment hub(Partner.State state, String secret) {
        return new Enrolment(new Partner(HUB, "Trục LGSP tỉnh Nghệ An", "H41", "official", state), secret);
    }

    private static DigestInput text(String timestamp) {
        return new DigestInput("/soap/population/v1" + "h41-lgsp" + timestamp, "");
    }

    private static String digest(String path, String id, String timestamp, String secret) throws Exception {
        byte[] text = (path + id + timestamp + secret).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    }
}
