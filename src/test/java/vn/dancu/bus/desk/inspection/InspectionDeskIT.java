package vn.dancu.bus.desk.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.fixtures.Tokens;

/** The inspectors' desk on the whole bus, asked as an inspector's program asks. */
class InspectionDeskIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INSPECTOR = "khanh.thanhtra:sandbox-khanh";
    private static final String OPERATOR = "hoa.vanhanh:sandbox-hoa";
    private static final Person PERSON = BUS.anybody();
    private static final Map<String, String> EVENTS = new LinkedHashMap<>();

    private final HttpClient client = HttpClient.newHttpClient();

    /** One answer over each HTTP door, about the same person. */
    @BeforeAll
    static void ask() {
        int port = BUS.ports().http();
        RawHttp.Answer soap = new SoapClient(port, "h41-lgsp", "sandbox-h41").lookUp(PERSON);
        byte[] body = ("{\"maYeuCau\":\"r-9\",\"maDVC\":\"1.001193\",\"maCanBo\":\"canbo02\",\"soDinhDanh\":\""
                        + PERSON.soDinhDanh() + "\",\"hoVaTen\":\"" + PERSON.folded() + "\",\"ngaySinh\":\""
                        + PERSON.compactBirthDate() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        RawHttp.Answer rest = RawHttp.send(
                port,
                "POST /api/v1/citizens/lookup",
                List.of(
                        "Authorization: Bearer " + Tokens.fetch(port, "h41-lgsp", "sandbox-h41"),
                        "Content-Type: application/json",
                        "X-Road-Issue: HS-2026-17",
                        "Content-Length: " + body.length),
                body);
        EVENTS.put("soap", soap.headers().get("DanCu-Event-Id"));
        EVENTS.put("rest", rest.headers().get("DanCu-Event-Id"));
        assertThat(EVENTS).doesNotContainValue(null);
    }

    @Test
    void findsThePersonAcrossDoorsAndNeverSaysTheNumber() throws Exception {
        HttpResponse<String> found =
                post(INSPECTOR, "/persons/search", "{\"soDinhDanh\":\"" + PERSON.soDinhDanh() + "\"}");

        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        assertThat(ids(found)).containsAll(EVENTS.values());
        assertThat(found.body()).doesNotContain(PERSON.soDinhDanh());
    }

    @Test
    void pagesByTheCursorThatTheAnswerNames() throws Exception {
        String day = "\"from\":\"" + start() + "\",\"until\":\"" + start().plusSeconds(86_400) + "\"";
        JsonNode first = json(post(INSPECTOR, "/search", "{\"partner\":\"h41-lgsp\"," + day + ",\"limit\":1}"));
        JsonNode second = json(post(
                INSPECTOR,
                "/search",
                "{\"partner\":\"h41-lgsp\"," + day + ",\"limit\":1,\"after\":\""
                        + first.path("next").asText() + "\"}"));

        assertThat(first.path("items")).hasSize(1);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("items").path(0).path("id"))
                .isNotEqualTo(first.path("items").path(0).path("id"));
    }

    @Test
    void showsTheNumberOnALookWithAReason() throws Exception {
        HttpResponse<String> looked = post(
                INSPECTOR, "/look", "{\"event\":\"" + EVENTS.get("rest") + "\",\"reason\":\"Đơn khiếu nại số 17\"}");

        assertThat(looked.statusCode()).as(looked.body()).isEqualTo(200);
        JsonNode body = json(looked);
        assertThat(body.path("soDinhDanh").asText()).isEqualTo(PERSON.soDinhDanh());
        assertThat(body.at("/event/data/issue").asText()).isEqualTo("HS-2026-17");
        assertThat(body.at("/event/data/path").asText()).isEqualTo("/api/v1/citizens/lookup");
        assertThat(looked.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/look           | {\"event\":\"4f9d3c1e-0000-4000-8000-000000000000\"}                    | 400 |"
                        + " evidence_missing",
                "/look           | {\"event\":\"4f9d3c1e-0000-4000-8000-000000000000\",\"reason\":\"Đơn số 1\"} | 404"
                        + " | resource_unknown",
                "/look           | {\"event\":\"no\",\"reason\":\"x\"}                                     | 400 |"
                        + " field_invalid",
                "/look           | {\"reason\":\"x\"}                                                      | 400 |"
                        + " field_missing",
                "/search         | {}                                                                      | 400 |"
                        + " search_too_wide",
                "/search         | {\"from\":\"2026-11-01T00:00:00Z\",\"until\":\"2026-11-02T00:00:01Z\"}  | 400 |"
                        + " search_too_wide",
                "/search         | {\"partner\":\"h41-lgsp\",\"person\":\"999000000001\"}                  | 400 |"
                        + " field_unknown",
                "/search         | {\"partner\":\"'; drop table audit.event; --\"}                         | 400 |"
                        + " field_invalid",
                "/search         | {\"partner\":\"h41-lgsp\",\"kinds\":[\"row\"]}                          | 400 |"
                        + " field_invalid",
                "/search         | {\"partner\":\"h41-lgsp\",\"after\":\"1_2\"}                            | 400 |"
                        + " field_invalid",
                "/search         | {\"partner\":\"h41-lgsp\",\"limit\":501}                                | 400 |"
                        + " field_invalid",
                "/persons/search | {}                                                                      | 400 |"
                        + " field_missing",
                "/persons/search | {\"soDinhDanh\":\"12345\"}                                              | 400 |"
                        + " field_invalid"
            })
    void refusesWithACode(String path, String body, int status, String code) throws Exception {
        HttpResponse<String> refused = post(INSPECTOR, path, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(json(refused).path("code").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "an.tiepnhan:sandbox-an, /search",
        "binh.duyet:sandbox-binh, /search",
        "dung.chinhsach:sandbox-dung, /search",
        "giang.chinhsach:sandbox-giang, /persons/search",
        "hoa.vanhanh:sandbox-hoa, /persons/search",
        "hoa.vanhanh:sandbox-hoa, /look",
        "an.tiepnhan:sandbox-an, /look"
    })
    void keepsOtherRolesOut(String account, String path) throws Exception {
        HttpResponse<String> refused = post(account, path, "{}");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("code").asText()).isEqualTo("role_missing");
    }

    @Test
    void letsTheOperatorFindWhatHappened() throws Exception {
        HttpResponse<String> found = post(OPERATOR, "/search", "{\"event\":\"" + EVENTS.get("soap") + "\"}");

        assertThat(ids(found)).containsExactly(EVENTS.get("soap"));
    }

    @Test
    void writesTheReportAsCsv() throws Exception {
        HttpResponse<byte[]> report = get("/reports?partner=h41-lgsp&from=" + today() + "&to=" + today());

        String text = new String(report.body(), StandardCharsets.UTF_8);
        assertThat(report.statusCode()).as(text).isEqualTo(200);
        assertThat(report.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"dancu-report-h41-lgsp-" + today() + "-" + today() + ".csv\"");
        assertThat(text)
                .startsWith("\uFEFFBảng / Table,Ngày / Day,")
                .contains("Kết quả - Results," + today() + ",TraCuuThongTinCongDan,found,")
                .contains("\r\nHết - End,")
                .doesNotContain(PERSON.soDinhDanh());
    }

    /** The file stays in target, for those who want to open it in a program for tables. */
    @Test
    void writesTheReportAsAWorkbook() throws Exception {
        HttpResponse<byte[]> report = get("/reports?format=xlsx&partner=h41-lgsp&from=" + today() + "&to=" + today());

        Map<String, String> parts = parts(Files.write(Path.of("target/report.xlsx"), report.body()));
        assertThat(parts.get("xl/workbook.xml")).contains("Kết quả - Results", "Cán bộ - Officers");
        assertThat(parts).containsKeys("xl/worksheets/sheet1.xml", "xl/worksheets/sheet4.xml", "xl/sharedStrings.xml");
        assertThat(parts.get("xl/sharedStrings.xml")).contains("TraCuuThongTinCongDan", "Ngày / Day");
    }

    @Test
    void writesOperationalRecordsAsLines() throws Exception {
        HttpResponse<byte[]> export = get("/operational?partner=h41-lgsp&" + period());

        List<String> lines =
                new String(export.body(), StandardCharsets.UTF_8).lines().toList();
        JsonNode rest = lines.stream()
                .filter(line -> line.contains(EVENTS.get("rest")))
                .map(InspectionDeskIT::tree)
                .findFirst()
                .orElseThrow();
        assertThat(rest.path("clientMemberCode").asText()).isEqualTo("000.00.00.H41");
        assertThat(rest.path("messageIssue").asText()).isEqualTo("HS-2026-17");
        assertThat(rest.path("statusCode").asInt()).isEqualTo(200);
        assertThat(rest.path("restMethod").asText()).isEqualTo("POST");
        assertThat(rest.path("clientSecurityServerAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(rest.path("requestInTs").asLong())
                .isLessThanOrEqualTo(rest.path("requestOutTs").asLong());
        assertThat(rest.path("requestOutTs").asLong())
                .isLessThanOrEqualTo(rest.path("responseInTs").asLong());
        assertThat(tree(lines.get(lines.size() - 1)).path("records").asInt()).isEqualTo(lines.size() - 1);
    }

    @Test
    void writesOperationalRecordsAsCsvWithAllFields() throws Exception {
        HttpResponse<byte[]> export = get("/operational?format=csv&partner=h41-lgsp&" + period());

        String head = new String(export.body(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(head.split(",")).hasSize(48).startsWith("monitoringDataTs").endsWith("withheldFields");
    }

    @ParameterizedTest
    @CsvSource({
        "/reports?partner=h41-lgsp&from=2026-01-01, field_missing",
        "/reports?partner=h41-lgsp&from=2026-01-01&to=2025-01-01, field_invalid",
        "/reports?partner=h41-lgsp&from=2025-01-01&to=2026-01-02, search_too_wide",
        "/reports?partner=h41-lgsp&from=2026-01-01&to=2026-01-02&format=pdf, field_invalid",
        "/reports?partner=H41&from=2026-01-01&to=2026-01-02, field_invalid",
        "/reports?partner=h41-lgsp&from=yesterday&to=2026-01-02, field_invalid",
        "/operational?partner=h41-lgsp&from=2026-01-01T00:00:00Z&until=2026-02-02T00:00:00Z, search_too_wide",
        "/operational?partner=h41-lgsp&from=2026-01-01&until=2026-01-02, field_invalid"
    })
    void refusesAReportWithACode(String path, String code) throws Exception {
        HttpResponse<byte[]> refused = get(path);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(tree(new String(refused.body(), StandardCharsets.UTF_8))
                        .path("code")
                        .asText())
                .isEqualTo(code);
    }

    private HttpResponse<String> post(String account, String path, String body)
            throws IOException, InterruptedException {
        return client.send(
                request(account, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(request(INSPECTOR, path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String account, String path) {
        String basic = Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + BUS.ports().http() + "/api/v1/admin/audit" + path))
                .header("Authorization", "Basic " + basic);
    }

    private static List<String> ids(HttpResponse<String> page) {
        return json(page).path("items").findValuesAsText("id");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return tree(answer.body());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Map<String, String> parts(Path workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), plain(zip.getInputStream(entry).readAllBytes()));
            }
        }
        return parts;
    }

    /** The workbook writes letters beyond ASCII as numbers. */
    private static String plain(byte[] xml) {
        return Pattern.compile("&#x([0-9a-f]+);")
                .matcher(new String(xml, StandardCharsets.UTF_8))
                .replaceAll(letter -> Character.toString(Integer.parseInt(letter.group(1), 16)));
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
    }

    private static Instant start() {
        return LocalDate.now(Clock.systemUTC()).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String period() {
        return "from=" + start() + "&until=" + start().plusSeconds(86_400);
    }
}
