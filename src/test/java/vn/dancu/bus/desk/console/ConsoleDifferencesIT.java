package vn.dancu.bus.desk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.enrichment.EnrichmentDelivery;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.file.TextEncoding;
import vn.dancu.bus.fixtures.BrowserPage;
import vn.dancu.bus.fixtures.Chromium;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partners;

/** A delivery of a source from its sheet to the last decision of a clerk, at a running bus. */
class ConsoleDifferencesIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PORT = BUS.ports().http();
    private static final String AUTHORITY = "bhxh-viet-nam";
    private static final String DOCUMENT =
            "31/BHXH-" + UUID.randomUUID().toString().substring(0, 8);
    private static final String REASON = "đối chiếu theo công văn 31";

    private static UUID job;

    private final Desk operator = Desk.at(PORT, Desk.Sandbox.OPERATOR);
    private final Desk approver = Desk.at(PORT, Desk.Sandbox.APPROVER);
    private final Desk inspector = Desk.at(PORT, Desk.Sandbox.INSPECTOR);

    /** Of eight people: four whose names differ, two whose birth dates differ, one whose number is unknown, one who is right. */
    @BeforeAll
    static void deliver() throws IOException {
        if (BUS.bean(Partners.class).find(new PartnerId(AUTHORITY)).isEmpty()) {
            GovernedPartner.enrol(BUS, AUTHORITY);
        }
        List<Person> people = BUS.people().stream()
                .filter(person -> person.hasFullBirthDate() && person.soDinhDanh() != null)
                .limit(8)
                .toList();
        StringBuilder text = new StringBuilder("SoDinhDanh,HoVaTen,NgaySinh,MaThe,GiaTriTu,NgayXacThuc\n");
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            LocalDate born = LocalDate.parse(person.ngaySinh());
            text.append(i == 6 ? "999000000001" : person.soDinhDanh())
                    .append(',')
                    .append(i < 4 ? "Nguyễn Văn Khác" : person.hoVaTen())
                    .append(',')
                    .append(String.format(
                            "%02d/%02d/%d",
                            i == 4 || i == 5 ? born.getDayOfMonth() % 28 + 1 : born.getDayOfMonth(),
                            born.getMonthValue(),
                            born.getYear()))
                    .append(String.format(",GD401%010d,01/01/2026,15/11/2026%n", 7_000_000_000L + i));
        }
        ClaimCheck file = BUS.bean(ClaimChecks.class)
                .store(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), Long.MAX_VALUE);
        job = BUS.bean(EnrichmentJobs.class)
                .submit(new EnrichmentDelivery(
                        new SourceCode("the-bhyt"),
                        "csv",
                        TextEncoding.UTF_8,
                        file,
                        8L,
                        DOCUMENT,
                        LocalDate.of(2026, 11, 16),
                        AUTHORITY))
                .job();
        await().atMost(Duration.ofSeconds(60)).until(() -> Desk.at(PORT, Desk.Sandbox.OPERATOR)
                .get("enrichment-jobs/" + job)
                .body()
                .path("state")
                .asText()
                .equals("certified"));
    }

    private List<String> keys(String outcome) {
        List<String> keys = new ArrayList<>();
        operator.get("enrichment-differences?state=open&job=" + job + "&outcome=" + outcome)
                .body()
                .path("items")
                .forEach(each -> keys.add(each.path("id").asText()));
        return keys;
    }

    @Test
    void showsTheSheetAndItsProofs() {
        JsonNode shown = operator.get("enrichment-jobs/" + job).body();

        assertThat(shown.path("sheet").path("in").asInt()).isEqualTo(8);
        assertThat(shown.path("sheet").path("differing").asInt()).isEqualTo(7);
        assertThat(operator.send("POST", "enrichment-jobs/" + job + "/pause", null)
                        .code())
                .isEqualTo("move_not_allowed");
        assertThat(operator.send("POST", "enrichment-jobs/" + UUID.randomUUID() + "/cancel", null)
                        .code())
                .isEqualTo("resource_unknown");
        assertThat(inspector.get("enrichment-jobs/" + job + "/certificate").status())
                .isEqualTo(200);
        ConsoleVisitor visitor = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.OPERATOR);
        assertThat(visitor.get("/desk/enrichment-jobs/" + job).body())
                .contains("Bảng cân đối", "Họ tên khác", "đã xác nhận", "/desk/differences?job=" + job);
        assertThat(visitor.get("/desk/jobs").body()).contains("/desk/enrichment-jobs/" + job);
    }

    @Test
    void decidesAtTheApiOnceAndHandsTheSourceWhatWasDecided() {
        List<String> births = keys("birth_differs");
        Map<String, Object> order = Map.of("decision", "refuse", "reason", REASON, "differences", births.subList(0, 1));

        Desk.Answer made = operator.send("POST", "enrichment-decisions", order);
        Desk.Answer again = operator.send("POST", "enrichment-decisions", order);
        Desk.Answer other = operator.send(
                "POST",
                "enrichment-decisions",
                Map.of("decision", "accept", "reason", REASON, "differences", births.subList(0, 1)));

        assertThat(made.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(other.code()).isEqualTo("difference_decided");
        assertThat(inspector.send("POST", "enrichment-decisions", order).code()).isEqualTo("role_missing");
        ConsoleVisitor visitor = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.OPERATOR);
        byte[] file = visitor.get("/desk/enrichment-jobs/" + job + "/decisions")
                .body()
                .getBytes(StandardCharsets.UTF_8);
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("line;outcome;record;decision;result;decided;note", ";birth_differs;GD4017000", ";refuse;;");
    }

    @Test
    void showsBothSidesForAReasonAlone() {
        List<String> one = keys("unknown");

        Desk.Answer without =
                operator.send("POST", "enrichment-differences/look", Map.of("differences", one, "reason", " "));
        Desk.Answer shown =
                operator.send("POST", "enrichment-differences/look", Map.of("differences", one, "reason", REASON));

        assertThat(without.code()).isEqualTo("evidence_missing");
        assertThat(shown.body().at("/items/0/delivered/number").asText()).isEqualTo("999000000001");
        assertThat(shown.body().at("/items/0/held").isMissingNode()).isTrue();
        assertThat(approver.send(
                                "POST",
                                "enrichment-decisions",
                                Map.of("decision", "accept", "reason", REASON, "differences", one))
                        .code())
                .isEqualTo("role_missing");
        assertThat(operator.send(
                                "POST",
                                "enrichment-decisions",
                                Map.of("decision", "accept", "reason", REASON, "differences", one))
                        .code())
                .isEqualTo("field_invalid");
    }

    /** As a clerk does it: filters, ticks, compares, decides; in each size of a window. */
    @Test
    void isDecidedInABrowser() {
        assumeTrue(Chromium.installed().isPresent(), "Chromium is not installed: nobody decides in a browser");
        List<String> findings = new ArrayList<>();
        try (Chromium browser = Chromium.start()) {
            BrowserPage page = browser.page();
            page.open("http://127.0.0.1:" + PORT + "/desk");
            page.type("#account", Desk.Sandbox.OPERATOR.account());
            page.type("#password", Desk.Sandbox.OPERATOR.password());
            page.clickToNextPage("button[type=submit].main");
            for (PageLook look : List.of(PageLook.OFFICE, PageLook.PHONE)) {
                look.dress(page);
                page.open("http://127.0.0.1:" + PORT + "/desk/enrichment-jobs");
                findings.addAll(look.findings(page, "enrichment-jobs-list"));
                page.open("http://127.0.0.1:" + PORT + "/desk/enrichment-jobs/" + job);
                findings.addAll(look.findings(page, "enrichment-job"));
                page.open("http://127.0.0.1:" + PORT + "/desk/differences?state=open&outcome=name_differs&job=" + job);
                findings.addAll(look.findings(page, "differences-list"));
                page.click("input[name=differences]");
                page.type("#reason", REASON);
                page.clickToNextPage("main form[action='/desk/differences/look'] button[type=submit]");
                assertThat(page.body()).contains("NGUYENVANKHAC");
                findings.addAll(look.findings(page, "differences-comparison"));
                page.eval("document.getElementById('decision').value = 'accept'");
                page.type("#reason", REASON);
                page.clickToNextPage("main form[action='/desk/differences/decide'] button[type=submit]");
                assertThat(page.address()).startsWith("/desk/differences/decisions/");
                assertThat(page.body()).contains("Đã quyết định.", "đã chấp nhận");
                findings.addAll(look.findings(page, "differences-decision"));
            }
        }
        assertThat(findings).isEmpty();
        JsonNode decisions =
                operator.get("enrichment-decisions?state=done").body().path("items");
        assertThat(decisions.findValuesAsText("decision")).contains("accept");
    }
}
