package vn.dancu.bus.citizen.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.audit.inspection.Inspection;
import vn.dancu.bus.audit.inspection.PersonEvents;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.register.PersonNumbers;

/** One person of whom everybody asks, and the person's own log. */
class AccessLogIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final Actor INSPECTOR = new Actor("test.inspector", Set.of(Role.INSPECTOR));
    private static final String HEADING = "STT;Số định danh cá nhân;Họ và tên;Ngày sinh;MaCanBo;MaDVC;DichVu;Truong\n";

    /** Somebody beyond those for whom other tests ask, with two numbers. */
    private static final Person PERSON = RunningBus.people(BUS.ports().http(), "limit=600").stream()
            .filter(person -> person.hasFullBirthDate() && person.soCMND() != null)
            .reduce((first, second) -> second)
            .orElseThrow();

    private static final VerifiedCitizen CITIZEN = new VerifiedCitizen(
            PersonalId.soDinhDanh(PERSON.soDinhDanh()),
            PERSON.hoVaTen(),
            BirthDate.of(LocalDate.parse(PERSON.ngaySinh())),
            new Proof(Proof.Kind.PORTAL_ACCOUNT, "portal", null));

    private static String rest = "";

    private final AccessLog log = BUS.bean(AccessLog.class);

    /** Over SOAP by both numbers, over REST, in a document about one, in a list, refused, and looked at by an inspector. */
    @BeforeAll
    static void useTheData() {
        if (!rest.isEmpty()) {
            return;
        }
        SoapClient province = new SoapClient(BUS.ports().http(), "h41-lgsp", "sandbox-h41");
        assertThat(province.lookUp(PERSON).status()).isEqualTo(200);
        String byCmnd = SoapClient.lookUpContent(PERSON, UUID.randomUUID().toString())
                .replace(
                        "<dan:SoDinhDanh>" + PERSON.soDinhDanh() + "</dan:SoDinhDanh>",
                        "<dan:SoCMND>" + PERSON.soCMND() + "</dan:SoCMND>");
        assertThat(province.ask("TraCuuThongTinCongDan", byCmnd).status()).isEqualTo(200);
        String wrongOfficer =
                SoapClient.lookUpContent(PERSON, UUID.randomUUID().toString()).replace("canbo01", "canbo99");
        assertThat(province.ask("TraCuuThongTinCongDan", wrongOfficer).status()).isEqualTo(500);
        rest = askOverRest();
        AxisAgency agency = AxisAgency.province(BUS.ports().axis());
        document(agency, "hoi.json", "application/json", question());
        document(
                agency,
                "danh-sach.csv",
                "text/csv",
                HEADING + "1;" + PERSON.soDinhDanh() + ";" + PERSON.hoVaTen() + ";" + PERSON.ngaySinh()
                        + ";canbo01;1.001193;TraCuuThongTinCongDan;SoDinhDanh HoVaTen\n");
        Inspection inspection = BUS.bean(Inspection.class);
        inspection.look(INSPECTOR, UUID.fromString(rest), "Đơn khiếu nại số 18");
    }

    private static String askOverRest() {
        String token = Tokens.fetch(BUS.ports().http(), "g22-portal", "sandbox-g22");
        byte[] body = questionOverRest().getBytes(StandardCharsets.UTF_8);
        RawHttp.Answer answer = RawHttp.send(
                BUS.ports().http(),
                "POST /api/v1/citizens/lookup",
                List.of(
                        "Authorization: Bearer " + token,
                        "Content-Type: application/json",
                        "Content-Length: " + body.length),
                body);
        return String.valueOf(answer.headers().get("DanCu-Event-Id"));
    }

    private static String question() {
        return "{\"dichVu\": \"TraCuuThongTinCongDan\", " + questionOverRest().substring(1);
    }

    private static String questionOverRest() {
        return "{\"maYeuCau\": \"" + UUID.randomUUID()
                + "\", \"maDVC\": \"1.001193\", \"maCanBo\": \"canbo01\", \"soDinhDanh\": \"" + PERSON.soDinhDanh()
                + "\", \"hoVaTen\": \"" + PERSON.hoVaTen() + "\", \"ngaySinh\": \"" + PERSON.ngaySinh() + "\"}";
    }

    private static void document(AxisAgency agency, String file, String type, String content) {
        String id = "000.00.00.H41,2026/11/29," + UUID.randomUUID();
        agency.send(agency.request(id, file, type, content.getBytes(StandardCharsets.UTF_8)));
        agency.statusesUntil(id, "06");
    }

    @Test
    void listsEveryUseOverEveryWayUnderEveryNumber() {
        List<AccessEntry> others = page(false, null, 100).entries();

        assertThat(others)
                .filteredOn(entry -> entry.outcome() == AccessEntry.Outcome.RELEASED)
                .as("SOAP twice, REST, a document, a list")
                .hasSize(5)
                .allSatisfy(entry -> {
                    assertThat(entry.service().name()).isEqualTo("Tra cứu thông tin công dân");
                    assertThat(String.valueOf(entry.purpose())).contains("Để giải quyết hồ sơ");
                    assertThat(entry.groups())
                            .extracting(AccessEntry.Label::name)
                            .contains("Họ, chữ đệm và tên");
                });
        assertThat(others)
                .filteredOn(entry -> entry.outcome() == AccessEntry.Outcome.REFUSED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.groups()).isEmpty());
        assertThat(others)
                .filteredOn(entry -> entry.outcome() == AccessEntry.Outcome.SEEN)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.by().side()).isEqualTo(AccessEntry.Side.OPERATOR);
                    assertThat(entry.service().name()).isEqualTo("Mở một dòng nhật ký có số định danh của bạn");
                });
        assertThat(others)
                .extracting(entry -> entry.by().name())
                .contains("Trục LGSP tỉnh Nghệ An", "Cổng Dịch vụ công quốc gia");
        assertThat(others).extracting(AccessEntry::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(others.toString()).doesNotContain(PERSON.soDinhDanh()).doesNotContain("khanh", "test.inspector");
    }

    @Test
    void goesThroughPagesWithoutLossAndWithoutRepeat() {
        List<UUID> all =
                page(false, null, 100).entries().stream().map(AccessEntry::id).toList();

        List<UUID> seen = new ArrayList<>();
        String next = null;
        do {
            AccessPage page = page(false, next, 2);
            page.entries().forEach(entry -> seen.add(entry.id()));
            next = page.next();
        } while (next != null);

        assertThat(seen).containsExactlyElementsOf(all);
    }

    @Test
    void recordsEachLookAtTheLogForTheCitizenAlone() {
        AccessPage before = page(true, null, 1000);

        AccessPage after = page(true, null, 1000);

        assertThat(after.entries()).hasSize(before.entries().size() + 1);
        assertThat(after.entries().get(0)).satisfies(entry -> {
            assertThat(entry.by()).isEqualTo(new AccessEntry.User(AccessEntry.Side.CITIZEN, "Chính bạn"));
            assertThat(entry.service().code()).isEqualTo("citizen.access_log_viewed");
        });
        assertThat(BUS.jdbc()
                        .sql("select count(*) from audit.event where kind = 'ACT' and officer = 'cong-dan'"
                                + " and result = 'citizen.access_log_viewed' and person_hash = :hash")
                        .param("hash", PersonHash.of(box(), CITIZEN.number()))
                        .query(Integer.class)
                        .single())
                .isGreaterThan(1);
    }

    @Test
    void saysTheLastUsesAndTheirNumberForATextMessage() {
        AccessSummary summary = log.summary(CITIZEN);

        assertThat(summary.inYear()).isEqualTo(page(false, null, 1000).entries().size());
        assertThat(summary.own()).isEqualTo((int) page(true, null, 1000).entries().stream()
                .filter(entry -> entry.by().side() == AccessEntry.Side.CITIZEN)
                .filter(entry -> entry.outcome() == AccessEntry.Outcome.RELEASED
                        || entry.outcome() == AccessEntry.Outcome.NOTHING_RELEASED)
                .count());
        assertThat(summary.last()).hasSize(AccessSummary.LAST).allSatisfy(use -> assertThat(use.what())
                .matches("[ -~]{1,20}"));
    }

    @Test
    void limitsToDaysInVietnam() {
        LocalDate today = LocalDate.now(Clock.system(WorkingDays.ZONE));

        assertThat(log.page(CITIZEN, new AccessQuery(today.minusDays(1), today.plusDays(1), false, null, 100))
                        .entries())
                .isNotEmpty();
        assertThat(log.page(CITIZEN, new AccessQuery(null, today.minusDays(2), false, null, 100))
                        .entries())
                .isEmpty();
    }

    @Test
    void hidesWhatALawHidesAsIfItWereNotThere() {
        List<AccessEntry> all = page(false, null, 100).entries();
        AccessLog hiding = log(
                """
                rules:
                  - {id: tinh, legalBasis: Luật mẫu, authorities: [H41], hiddenFor: P2Y}
                """);

        List<AccessEntry> seen = hiding.page(CITIZEN, new AccessQuery(null, null, false, null, 100))
                .entries();
        AccessPage first = hiding.page(CITIZEN, new AccessQuery(null, null, false, null, 1));

        assertThat(seen)
                .as("the portal's question, and the look at it")
                .hasSize(2)
                .noneMatch(entry -> entry.by().name().contains("LGSP"));
        assertThat(first.entries()).hasSize(1);
        assertThat(hiding.summary(CITIZEN).inYear()).isEqualTo(2);
        AccessEntry hidden = all.stream()
                .filter(entry -> entry.by().name().contains("LGSP"))
                .findFirst()
                .orElseThrow();
        assertThat(hiding.find(CITIZEN, hidden.id())).isEmpty();
        assertThat(log.find(CITIZEN, hidden.id())).isPresent();
    }

    @Test
    void hidesByPurposeAndKindAndActAndTheLookAtWhatIsHidden() {
        String byPurpose = "rules: [{id: a1, legalBasis: L, purposes: [giai-quyet-tthc], hiddenFor: P1D}]";
        String byKind = "rules: [{id: a2, legalBasis: L, kinds: [ministry], hiddenUntil: 2999-01-01}]";
        String byAct = "rules: [{id: a3, legalBasis: L, actions: [audit.looked], hiddenFor: P1D}]";
        String over = "rules: [{id: a4, legalBasis: L, authorities: [H41], hiddenUntil: 2026-01-01}]";
        int all = count(log);

        assertThat(count(log(byPurpose)))
                .as("only the refusal had no granted purpose")
                .isEqualTo(1);
        assertThat(count(log(byKind)))
                .as("the portal's question, and the look at it")
                .isEqualTo(all - 2);
        assertThat(count(log(byAct))).isEqualTo(all - 1);
        assertThat(count(log(over))).isEqualTo(all);
    }

    @Test
    void knowsNothingOfSomebodyElse() {
        Person other = BUS.anybody();
        VerifiedCitizen somebody = new VerifiedCitizen(
                PersonalId.soDinhDanh(other.soDinhDanh()), other.hoVaTen(), CITIZEN.birthDate(), CITIZEN.proof());

        assertThat(log.find(somebody, UUID.fromString(rest))).isEmpty();
        assertThat(log.find(CITIZEN, UUID.fromString(rest))).isPresent();
    }

    private static SecretBox box() {
        return SecretBox.forUse(BUS.bean(MasterKey.class).bytes(), PersonHash.USE);
    }

    private static int count(AccessLog log) {
        return log.page(CITIZEN, new AccessQuery(null, null, false, null, 100))
                .entries()
                .size();
    }

    private AccessPage page(boolean own, @Nullable String after, int limit) {
        return log.page(CITIZEN, AccessQuery.of(null, null, own, after, limit));
    }

    /** The log as the wiring makes it, with other rules. */
    private static AccessLog log(String rules) {
        Concealments concealments = new Concealments(
                DisclosureRules.read("test", rules, Set.of("ministry")),
                BUS.bean(Partners.class),
                BUS.bean(Authorities.class));
        return new RecordedAccessLog(
                BUS.bean(PersonEvents.class),
                BUS.bean(PersonNumbers.class),
                concealments,
                BUS.bean(AccessEntryMapper.class),
                BUS.bean(Acts.class),
                new TransactionTemplate(BUS.bean(PlatformTransactionManager.class)),
                box(),
                BUS.bean(Clock.class));
    }
}
