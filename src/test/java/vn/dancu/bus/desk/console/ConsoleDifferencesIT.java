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
import org.junit.jupiter.api.AfterAll;
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
import vn.dancu.bus.fixtures.Tokens;

/** A delivery of a source from its sheet to the last decision of a clerk, at a running bus. */
class ConsoleDifferencesIT {

    private static final RunningBus BUS = RunningBus.start();
    private static final int PORT = BUS.ports().http();
    private static final String AUTHORITY = "bhxh-viet-nam";
    private static final String DOCUMENT =
            "/BHXH-" + UUID.randomUUID().toString().substring(0, 8);
    private static final String REASON = "đối chiếu theo công văn 31";

    private static UUID job;
    private static Person holder;

    private final Desk operator = Desk.at(PORT, Desk.Sandbox.OPERATOR);
    private final Desk approver = Desk.at(PORT, Desk.Sandbox.APPROVER);
    private final Desk inspector = Desk.at(PORT, Desk.Sandbox.INSPECTOR);

    /**
     * First a card of one who is right, long ago. Then of nine people: four whose names differ, the one with the card among them, two whose
     * birth dates differ, one whose number is unknown, one who is right, and one who has died.
     */
    @BeforeAll
    static void deliver() throws IOException {
        List<Person> people = new ArrayList<>(BUS.people().stream()
                .filter(person ->
                        person.hasFullBirthDate() && !person.soDinhDanh().equals(dead().soDinhDanh()))
                .limit(8)
                .toList());
        holder = people.get(0);
        submit("30" + DOCUMENT, line(holder.soDinhDanh(), holder.hoVaTen(), day(holder), 99, "01/10/2026"), 1);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            LocalDate born = i == 4 || i == 5 ? day(person).plusDays(1) : day(person);
            lines.append(line(
                    i == 6 ? "999999999999" : person.soDinhDanh(),
                    i < 4 ? "Nguyễn Văn Khác" : person.hoVaTen(),
                    born,
                    i,
                    "15/11/2026"));
        }
        lines.append(line(dead().soDinhDanh(), dead().hoVaTen(), day(dead()), 8, "15/11/2026"));
        job = submit("31" + DOCUMENT, lines.toString(), 9);
    }

    private static Person dead() {
        return BUS.jdbc()
                .sql(
                        "select so_dinh_danh, so_cmnd, concat_ws(' ', ho, chu_dem, ten) as name, birth_date from register.citizen"
                                + " where state = 'DECEASED' and birth_date is not null and so_dinh_danh is not null order by citizen_id limit 1")
                .query((rs, row) -> new Person(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4)))
                .single();
    }

    private static LocalDate day(Person person) {
        return LocalDate.parse(person.ngaySinh());
    }

    private static String line(String number, String name, LocalDate born, int card, String verified) {
        return String.format(
                "%s,%s,%02d/%02d/%d,GD401%010d,01/01/2026,%s%n",
                number,
                name,
                born.getDayOfMonth(),
                born.getMonthValue(),
                born.getYear(),
                7_000_000_000L + card,
                verified);
    }

    private static UUID submit(String document, String lines, long records) throws IOException {
        String text = "SoDinhDanh,HoVaTen,NgaySinh,MaThe,GiaTriTu,NgayXacThuc\n" + lines;
        ClaimCheck file = BUS.bean(ClaimChecks.class)
                .store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Long.MAX_VALUE);
        UUID id = BUS.bean(EnrichmentJobs.class)
                .submit(new EnrichmentDelivery(
                        new SourceCode("the-bhyt"),
                        "csv",
                        TextEncoding.UTF_8,
                        file,
                        records,
                        document,
                        LocalDate.of(2026, 11, 16),
                        AUTHORITY))
                .job();
        await().atMost(Duration.ofSeconds(60)).until(() -> Desk.at(PORT, Desk.Sandbox.OPERATOR)
                .get("enrichment-jobs/" + id)
                .body()
                .path("state")
                .asText()
                .equals("certified"));
        return id;
    }

    private List<String> keys(String outcome) {
        List<String> keys = new ArrayList<>();
        operator.get("enrichment-differences?state=open&job=" + job + "&outcome=" + outcome)
                .body()
                .path("items")
                .forEach(each -> keys.add(each.path("id").asText()));
        return keys;
    }

    /** A bus of its own: what is merged here would be answered to tests that ask about the same people. */
    @AfterAll
    static void stop() {
        BUS.close();
    }

    @Test
    void showsTheSheetAndItsProofs() {
        JsonNode shown = operator.get("enrichment-jobs/" + job).body();

        assertThat(shown.path("sheet").path("in").asInt()).isEqualTo(9);
        assertThat(shown.path("sheet").path("differing").asInt()).isEqualTo(8);
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
                .contains("Bảng cân đối", "Họ tên khác với", "đã xác nhận", "/desk/differences?job=" + job);
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
        String file = GovernedPartner.call(
                        PORT,
                        Tokens.fetch(PORT, AUTHORITY, "sandbox-bhxh"),
                        "GET /api/v1/enrichment/jobs/" + job + "/decisions",
                        "")
                .body();
        assertThat(file)
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
        assertThat(shown.body().at("/items/0/delivered/number").asText()).isEqualTo("999999999999");
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

    @Test
    void waitsForASecondPersonWhereTheSourceMarksIt() {
        Map<String, Object> order = Map.of("decision", "accept", "reason", REASON, "differences", keys("deceased"));
        String id = operator.send("POST", "enrichment-decisions", order)
                .body()
                .path("id")
                .asText();
        ConsoleVisitor second = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.APPROVER);

        assertThat(operator.send("POST", "enrichment-decisions/" + id + "/confirm", null)
                        .code())
                .isEqualTo("second_person_required");
        assertThat(second.get("/desk").body()).contains("/desk/differences/decisions/" + id);
        assertThat(second.get("/desk/differences/decisions/" + id).body()).contains("chờ người thứ hai", REASON);
        assertThat(second.post("/desk/differences/decisions/" + id + "/confirm", Map.of())
                        .location())
                .endsWith("/desk/differences/decisions/" + id);

        JsonNode done = operator.get("enrichment-decisions/" + id).body();
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("endedBy").asText()).isEqualTo(Desk.Sandbox.APPROVER.account());
        assertThat(done.path("results").path("merged_new").asInt()).isEqualTo(1);
        JsonNode record = inspector
                .send("POST", "enrichment-records/look", Map.of("soDinhDanh", dead().soDinhDanh(), "reason", REASON))
                .body();
        assertThat(record.at("/items/0/held/job").asText()).isEqualTo(job.toString());
        assertThat(record.at("/items/0/held/document").asText()).isEqualTo("31" + DOCUMENT);
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
            findings.addAll(recordOfTheHolder(browser));
        }
        assertThat(findings).isEmpty();
        assertAccepted();
    }

    private void assertAccepted() {
        JsonNode record = inspector
                .send("POST", "enrichment-records/look", Map.of("soDinhDanh", holder.soDinhDanh(), "reason", REASON))
                .body();
        assertThat(record.at("/items/0/held/document").asText()).isEqualTo("31" + DOCUMENT);
        assertThat(record.at("/items/0/earlier/0/document").asText()).isEqualTo("30" + DOCUMENT);
        JsonNode decisions =
                operator.get("enrichment-decisions?state=done").body().path("items");
        assertThat(decisions.findValuesAsText("decision")).contains("accept");
    }

    /** An inspector sees what was replaced; the number is in no address. */
    private static List<String> recordOfTheHolder(Chromium browser) {
        BrowserPage page = browser.page();
        page.open("http://127.0.0.1:" + PORT + "/desk");
        page.type("#account", Desk.Sandbox.INSPECTOR.account());
        page.type("#password", Desk.Sandbox.INSPECTOR.password());
        page.clickToNextPage("button[type=submit].main");
        page.open("http://127.0.0.1:" + PORT + "/desk/differences");
        PageLook.OFFICE.dress(page);
        page.type("#person", holder.soDinhDanh());
        page.type("#record-reason", REASON);
        page.clickToNextPage("main form[action='/desk/differences/record'] button[type=submit]");
        page.eval("document.querySelectorAll('details').forEach(one => { one.open = true; })");
        assertThat(page.body()).contains("31" + DOCUMENT, "30" + DOCUMENT);
        assertThat(page.address()).doesNotContain(holder.soDinhDanh());
        return PageLook.OFFICE.findings(page, "enriched-record");
    }
}
