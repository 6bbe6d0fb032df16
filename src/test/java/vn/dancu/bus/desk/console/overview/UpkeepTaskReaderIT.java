package vn.dancu.bus.desk.console.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.audit.evidence.retention.LegalHolds;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.credential.CredentialKind;
import vn.dancu.bus.partner.credential.CredentialValidity;
import vn.dancu.bus.partner.credential.Credentials;

/** What the running of the bus asks of an officer, by role and never of whoever asked for it. */
class UpkeepTaskReaderIT {

    private static final Actor OPERATOR = new Actor("hoa.vanhanh", Set.of(Role.OPERATOR));
    private static final Actor APPROVER = new Actor("binh.duyet", Set.of(Role.APPROVER));
    private static final Actor CLERK = new Actor("an.tiepnhan", Set.of(Role.ONBOARDING_CLERK));

    private final RunningBus bus = RunningBus.shared();
    private final UpkeepTaskReader tasks = bus.bean(UpkeepTaskReader.class);

    @Test
    void countsDeadLettersForOperators() {
        String id = UUID.randomUUID().toString();
        Person person = bus.anybody();
        try (HubClient hub = new HubClient(bus.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
            hub.sendForAnswerIn(
                    "dancu.hub.g22-portal.out",
                    """
                    {"dichVu":"TraCuuThongTinCongDan","maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01",
                    "soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}"""
                            .formatted(id, person.soDinhDanh(), person.hoVaTen(), person.ngaySinh()),
                    id);
            assertThat(hub.answer(id)).as("the refusal").isNotNull();
        }

        await().untilAsserted(() -> {
            tasks.count();
            assertThat(tasks.of(OPERATOR)).extracting(Task::page).contains("/desk/dead-letters");
        });
        assertThat(tasks.of(APPROVER)).extracting(Task::page).doesNotContain("/desk/dead-letters");
        assertThat(tasks.of(CLERK)).isEmpty();
    }

    @Test
    void countsWhatEndsSoonForOperators() {
        PartnerId partner = new PartnerId(GovernedPartner.enrol(bus, "h90-sap-het").id());
        CredentialValidity soon = new CredentialValidity(null, Instant.now().plus(Duration.ofDays(5)));
        bus.bean(Credentials.class).issue(partner, CredentialKind.CLIENT_SECRET, soon, OPERATOR);

        tasks.count();

        assertThat(tasks.of(OPERATOR)).extracting(Task::page).contains("/desk/certificates");
        assertThat(tasks.of(APPROVER)).extracting(Task::page).doesNotContain("/desk/certificates");
    }

    @Test
    void namesAHoldThatIsToEndToEverybodyButWhoAskedForIt() {
        LegalHolds holds = bus.bean(LegalHolds.class);
        String decision = "77/QĐ-" + UUID.randomUUID();
        UUID hold = holds.place(
                OPERATOR,
                new LegalHolds.Placement(
                        "Kiểm tra",
                        decision,
                        null,
                        Instant.parse("2020-01-01T00:00:00Z"),
                        Instant.parse("2020-02-01T00:00:00Z"),
                        null,
                        null,
                        null));
        holds.askRelease(APPROVER, hold, "Đã kiểm tra xong");

        assertThat(tasks.of(OPERATOR)).extracting(Task::subject).contains(decision);
        assertThat(tasks.of(APPROVER)).extracting(Task::subject).doesNotContain(decision);
        holds.release(OPERATOR, hold);
        assertThat(tasks.of(OPERATOR)).extracting(Task::subject).doesNotContain(decision);
    }

    @Test
    void namesADraftToWhoMayPublishItAndDidNotWriteIt() {
        long draft = GovernedPartner.enrol(bus, "h90-viec-can-lam")
                .draft(GovernedPartner.rights(Map.of(), "HoVaTen"));
        String page = "/desk/policy/drafts/" + draft;

        assertThat(tasks.of(APPROVER)).extracting(Task::page).contains(page);
        assertThat(tasks.of(new Actor("giang.chinhsach", Set.of(Role.POLICY_MANAGER))))
                .extracting(Task::page)
                .contains(page);
        assertThat(tasks.of(new Actor("dung.chinhsach", Set.of(Role.POLICY_MANAGER))))
                .extracting(Task::page)
                .doesNotContain(page);
    }
}
