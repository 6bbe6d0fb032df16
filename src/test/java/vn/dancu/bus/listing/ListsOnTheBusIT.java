package vn.dancu.bus.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.access.AccessEntry;
import vn.dancu.bus.citizen.access.AccessLog;
import vn.dancu.bus.citizen.access.AccessQuery;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.job.Jobs;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.message.population.BirthDate;

/** Authorities order lists over REST and SOAP, fetch them, and every person in one has the record of it. */
class ListsOnTheBusIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ListPartner partner = new ListPartner(BUS.ports().http());
    /** Provinces that are none, with people of these tests alone: whoever is listed has it in the own log. */
    private static final String PROVINCE = "99";

    private static final String LARGE_PROVINCE = "98";
    private static final int PEOPLE = 60;
    private static final int MANY = 620;

    @BeforeAll
    static void addPeople() {
        add(PROVINCE, 990_000_000, PEOPLE);
        add(LARGE_PROVINCE, 980_000_000, MANY);
    }

    private static void add(String province, int first, int count) {
        BUS.jdbc()
                .sql(
                        "insert into register.citizen (citizen_id, so_dinh_danh, ho, chu_dem, ten, name_folded, birth_year, birth_date,"
                                + " gender, permanent_province, permanent_detail, permanent_country)"
                                + " select g, '999' || g, 'Lê', 'Thị', 'Danh \"Sách\"', 'LETHIDANHSACH', 1950, '1950-02-01',"
                                + " (1 + g % 2)::text, ?, 'a < b & c; =1+1', 'VN' from generate_series(?, ?) as g")
                .params(province, first, first + count - 1)
                .update();
    }

    @AfterAll
    static void takePeopleAway() {
        BUS.jdbc()
                .sql("delete from register.citizen where permanent_province in (?, ?)")
                .params(PROVINCE, LARGE_PROVINCE)
                .update();
    }

    @Test
    void givesAnEncryptedFileWithEverybodyOfTheAreaAndRecordsEachOfThem() throws IOException {
        JsonNode request = partner.ordered(PROVINCE, "csv", "\"truong\":[\"SoDinhDanh\",\"HoVaTen\"],");
        JsonNode ready = partner.ready(request.path("id").asText());

        byte[] file = partner.file(ready.path("id").asText());
        List<String> lines = new String(ListPartner.opened(file), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(ready.path("soNguoi").asLong()).isEqualTo(PEOPLE);
        assertThat(ready.path("canhBao").toString()).contains("counts_suffice");
        assertThat(Sha256.hex(file)).isEqualTo(ready.path("tep").path("sha256").asText());
        assertThat(lines).hasSize(PEOPLE + 1);
        assertThat(lines.get(0)).isEqualTo("SoDinhDanh,HoVaTen/Ho,HoVaTen/ChuDem,HoVaTen/Ten");
        assertThat(recordsOf(ready.path("id").asText())).isEqualTo(PEOPLE);
        assertThat(lines.get(1)).endsWith(",Lê,Thị,\"Danh \"\"Sách\"\"\"");
    }

    @Test
    void showsEverybodyOfAListInTheOwnLogWithPurposeAndFields() throws IOException {
        partner.ready(partner.ordered(PROVINCE, "xml", "\"truong\":[\"SoDinhDanh\",\"ThuongTru\"],")
                .path("id")
                .asText());
        VerifiedCitizen citizen = new VerifiedCitizen(
                PersonalId.soDinhDanh("999990000007"),
                "Lê Thị Danh Sách",
                BirthDate.parse("1950-02-01"),
                new Proof(Proof.Kind.PORTAL_ACCOUNT, "portal", null));

        AccessEntry entry = BUS.bean(AccessLog.class)
                .page(citizen, new AccessQuery(null, null, false, null, 1))
                .entries()
                .get(0);

        assertThat(entry.by().side()).isEqualTo(AccessEntry.Side.AUTHORITY);
        assertThat(entry.service().name()).contains("danh sách");
        assertThat(entry.purpose()).isNotNull().satisfies(purpose -> assertThat(purpose.code())
                .isEqualTo("quan-ly-nha-nuoc"));
        assertThat(entry.outcome()).isEqualTo(AccessEntry.Outcome.RELEASED);
        assertThat(entry.groups()).extracting(AccessEntry.Label::code).containsExactly("so-dinh-danh", "noi-o");
    }

    @ParameterizedTest
    @CsvSource({"csv", "xlsx", "xml", "jsonl"})
    void writesEveryFormThatItsReadersTake(String form) throws Exception {
        String id = partner.ready(partner.ordered(PROVINCE, form, "\"truong\":[\"SoDinhDanh\",\"ThuongTru\"],")
                        .path("id")
                        .asText())
                .path("id")
                .asText();

        byte[] content = ListPartner.opened(partner.file(id));

        switch (form) {
            case "xlsx" -> {
                String parts = unzipped(content);
                assertThat(parts.split("<row ", -1)).hasSize(PEOPLE + 2);
                assertThat(parts).contains("a &lt; b &amp; c; =1+1").doesNotContain("<f>");
            }
            case "xml" -> {
                String text = new String(content, StandardCharsets.UTF_8);
                ListPartner.validate(text);
                assertThat(text).contains("<ChiTiet>a &lt; b &amp; c; =1+1</ChiTiet>");
            }
            case "jsonl" -> {
                List<String> lines =
                        new String(content, StandardCharsets.UTF_8).lines().toList();
                assertThat(lines).hasSize(PEOPLE);
                assertThat(JSON.readTree(lines.get(0)).at("/thuongTru/chiTiet").asText())
                        .isEqualTo("a < b & c; =1+1");
            }
            default ->
                assertThat(new String(content, StandardCharsets.UTF_8).lines()).hasSize(PEOPLE + 1);
        }
    }

    @Test
    void letsAFileBeFetchedAsOftenAsSettingsSayAndNoMore() throws IOException {
        String id = partner.ready(
                        partner.ordered(PROVINCE, "jsonl", "").path("id").asText())
                .path("id")
                .asText();

        for (int i = 0; i < 3; i++) {
            assertThat(ListPartner.opened(partner.file(id))).isNotEmpty();
        }

        assertThat(partner.get("/" + id + "/file").path("code").asText()).isEqualTo("limit_reached");
        assertThat(partner.get("/" + id + "/history").path("suKien").findValuesAsText("noiDung"))
                .containsExactly("waiting", "drawn", "ready", "downloaded", "downloaded", "downloaded");
        assertThat(partner.get("/" + id).path("tep").path("luotTaiConLai").asInt())
                .isZero();
        assertThat(acts("listing.downloaded", id)).isEqualTo(3);
        assertThat(BUS.bean(Jobs.class).list(500))
                .as("what operators see")
                .anySatisfy(job -> assertThat(job)
                        .returns(Job.Kind.LIST, Job::kind)
                        .returns(id, Job::id)
                        .returns(Job.State.DONE, Job::state));
    }

    @Test
    void givesRecordsPageByPage() throws IOException {
        String id = partner.ready(partner.send(
                                "POST",
                                "",
                                ListPartner.order(
                                        "CungCapDanhSachTheoDiaPhuong",
                                        "records",
                                        "",
                                        "\"maTinhThanh\":\"" + LARGE_PROVINCE + "\""))
                        .path("id")
                        .asText())
                .path("id")
                .asText();
        JsonNode request = partner.get("/" + id);
        int people = 0;

        for (int page = 1; page <= request.path("soTrang").asInt(); page++) {
            JsonNode records = partner.get("/" + id + "/records?page=" + page).path("banGhi");
            people += records.size();
            assertThat(records.get(0).path("thuongTru").path("maTinhThanh").asText())
                    .isEqualTo(LARGE_PROVINCE);
        }

        assertThat(people).isEqualTo(request.path("soNguoi").asInt()).isEqualTo(MANY);
        assertThat(request.path("soTrang").asInt()).isEqualTo(2);
        assertThat(partner.get("/" + id + "/records?page=9999").path("code").asText())
                .isEqualTo("field_invalid");
        assertThat(partner.get("/" + id + "/file").path("code").asText()).isEqualTo("move_not_allowed");
    }

    @Test
    void dropsWhatAPartnerDeletes() throws IOException {
        String id = partner.ready(
                        partner.ordered(PROVINCE, "records", "").path("id").asText())
                .path("id")
                .asText();

        assertThat(partner.send("DELETE", "/" + id, null).path("trangThai").asText())
                .isEqualTo("deleted");

        assertThat(partner.get("/" + id + "/records").path("code").asText()).isEqualTo("content_deleted");
        assertThat(BUS.jdbc()
                        .sql("select count(*) from listing.piece where request = ?::uuid")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void countsWithoutNamingAnybodyAndHidesSmallGroups() throws IOException {
        JsonNode all = partner.ready(partner.send(
                        "POST",
                        "",
                        ListPartner.order(
                                "CungCapDanhSachTheoGioiTinh", "records", "\"chiDem\":true,", "\"gioiTinh\":\"1\""))
                .path("id")
                .asText());
        JsonNode few = partner.ready(partner.send(
                        "POST",
                        "",
                        ListPartner.order("CungCapDanhSachTheoDoTuoi", "records", "\"chiDem\":true,", fewPeople()))
                .path("id")
                .asText());

        assertThat(all.path("soDem").asLong()).isGreaterThan(1000);
        assertThat(recordsOf(all.path("id").asText())).isZero();
        assertThat(few.has("soDem")).isFalse();
        assertThat(few.path("canhBao").toString()).contains("small_group");
    }

    @Test
    void takesTheSameReferenceOnceAndRefusesItForAnotherRequest() throws IOException {
        String body = ListPartner.order(
                "CungCapDanhSachTheoDiaPhuong", "records", "", "\"maTinhThanh\":\"" + PROVINCE + "\"");

        JsonNode first = partner.send("POST", "", body);
        JsonNode again = partner.send("POST", "", body);
        JsonNode other = partner.send("POST", "", body.replace("\"records\"", "\"csv\""));

        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(other.path("code").asText()).isEqualTo("resource_exists");
        partner.ready(first.path("id").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CungCapDanhSachTheoTonGiao   | \"tonGiao\":\"01\"                  | service_not_allowed",
                "CungCapDanhSachTheoDiaPhuong | \"gioiTinh\":\"1\"                  | field_missing",
                "CungCapDanhSachTheoDiaPhuong | \"maTinhThanh\":\"4\"               | field_invalid",
                "CungCapDanhSachTheoDoTuoi    | \"tuTuoi\":30,\"denTuoi\":20        | field_invalid",
                "CungCapDanhSachTheoGioiTinh  | \"gioiTinh\":\"1\",\"tonGiao\":\"01\" | no_field_allowed",
                "TraCuuThongTinCongDan        | \"gioiTinh\":\"1\"                  | field_invalid"
            })
    void refusesWhatIsNotGrantedOrHasNotItsForm(String service, String criteria, String code) throws IOException {
        assertThat(partner.send("POST", "", ListPartner.order(service, "records", "", criteria))
                        .path("code")
                        .asText())
                .isEqualTo(code);
    }

    @Test
    void showsNoPartnerTheListOfAnother() throws IOException {
        String id = partner.ready(
                        partner.ordered(PROVINCE, "records", "").path("id").asText())
                .path("id")
                .asText();
        String other = Tokens.fetch(BUS.ports().http(), "g22-portal", "sandbox-g22");

        RawHttp.Answer answer = RawHttp.send(
                BUS.ports().http(),
                "GET /api/v1/list-requests/" + id + "/records",
                List.of("Authorization: Bearer " + other),
                new byte[0]);

        assertThat(answer.body()).contains("resource_unknown");
    }

    @Test
    void answersTheSixServicesAndTheEightVerbsOverSoap() throws Exception {
        String reference = "soap-" + UUID.randomUUID();
        String asked = partner.ask(
                "CungCapDanhSachTheoDiaPhuong",
                "<MaYeuCau>" + reference + "</MaYeuCau><MaCanBo>canbo01</MaCanBo><MaTinhThanh>" + PROVINCE
                        + "</MaTinhThanh><Truong>SoDinhDanh HoVaTen</Truong><DinhDang>csv</DinhDang>");
        String id = ListPartner.value(asked, "Id");
        partner.ready(id);

        String status = partner.ask("GetRequestStatus", "<Id>" + id + "</Id>");
        String part = partner.ask("GetResultDetailAsFile", "<Id>" + id + "</Id>");

        assertThat(ListPartner.value(status, "TrangThai")).isEqualTo("ready");
        assertThat(partner.ask("GetRequestDetail", "<Id>" + id + "</Id>")).contains("<MaTinhThanh>" + PROVINCE);
        assertThat(ListPartner.value(partner.ask("GetRequestResult", "<Id>" + id + "</Id>"), "SoNguoi"))
                .isEqualTo("" + PEOPLE);
        assertThat(partner.ask("GetRequests", "<SoLuong>1</SoLuong>")).contains("<YeuCau>", "<MaTiep>");
        assertThat(new String(
                        ListPartner.opened(Base64.getDecoder().decode(ListPartner.value(part, "NoiDung"))),
                        StandardCharsets.UTF_8))
                .startsWith("SoDinhDanh,");
        assertThat(partner.ask("GetRequestHistory", "<Id>" + id + "</Id>")).contains("<NoiDung>downloaded</NoiDung>");
        assertThat(ListPartner.value(partner.ask("DeleteRequest", "<Id>" + id + "</Id>"), "TrangThai"))
                .isEqualTo("deleted");
        String records = partner.ask(
                "CungCapDanhSachTheoGioiTinh",
                "<MaYeuCau>" + UUID.randomUUID()
                        + "</MaYeuCau><MaCanBo>canbo01</MaCanBo><GioiTinh>2</GioiTinh><MaTinhThanh>" + PROVINCE
                        + "</MaTinhThanh>");
        partner.ready(ListPartner.value(records, "Id"));
        assertThat(partner.ask(
                        "GetResultDetailAsRecords",
                        "<Id>" + ListPartner.value(records, "Id") + "</Id><Trang>1</Trang>"))
                .contains("<CongDan><SoDinhDanh>", "<GioiTinh>2</GioiTinh>");
    }

    @Test
    void usesUpNoDownloadForAMessageThatItAnsweredBefore() throws IOException {
        String id = partner.ready(
                        partner.ordered(PROVINCE, "csv", "").path("id").asText())
                .path("id")
                .asText();
        String at = String.valueOf(Clock.systemUTC().millis());

        assertThat(partner.soap("GetResultDetailAsFile", "<Id>" + id + "</Id>", at)
                        .status())
                .isEqualTo(200);
        assertThat(partner.soap("GetResultDetailAsFile", "<Id>" + id + "</Id>", at)
                        .body())
                .contains("request_replayed");

        assertThat(partner.get("/" + id).path("tep").path("luotTaiConLai").asInt())
                .isEqualTo(2);
        assertThat(partner.get("/" + id + "/history").path("suKien").findValuesAsText("noiDung"))
                .containsOnlyOnce("downloaded");
    }

    @Test
    void refusesOverSoapWithAFault() {
        assertThat(partner.soap("GetRequestStatus", "<Id>" + UUID.randomUUID() + "</Id>")
                        .body())
                .contains("resource_unknown");
        assertThat(partner.soap("GetRequestStatus", "<Khac>1</Khac>").body()).contains("field_unknown");
        assertThat(partner.soap("DropEverything", "").body()).contains("operation_unknown");
    }

    @Test
    void publishesTheContractOfLists() {
        RawHttp.Answer contract = RawHttp.send(BUS.ports().http(), "GET /soap/list/v1?wsdl", List.of(), new byte[0]);

        assertThat(contract.status()).isEqualTo(200);
        assertThat(contract.body()).contains("CungCapDanhSachTheoTonGiao", "GetResultDetailAsFile", "/soap/list/v1");
    }

    private String fewPeople() {
        int age = BUS.jdbc()
                .sql("select extract(year from age(now(), min(coalesce(birth_date, make_date(birth_year, 1, 1)))))::int"
                        + " from register.citizen where state = 'ALIVE'")
                .query(Integer.class)
                .single();
        return "\"tuTuoi\":" + age;
    }

    /** By the directory at its end, as workbooks are read; a stream would need the sizes before the content. */
    private static String unzipped(byte[] workbook) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(Path.of("target")), "list-", ".xlsx");
        StringBuilder parts = new StringBuilder();
        try {
            Files.write(file, workbook);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        parts.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
            return parts.toString();
        } finally {
            Files.delete(file);
        }
    }

    private static long recordsOf(String id) {
        return acts("listing.person_listed", id);
    }

    private static long acts(String action, String id) {
        return BUS.jdbc()
                .sql("select count(*) from audit.event where kind = 'ACT' and result = ? and event like ?")
                .params(action, "%list/" + id + "%")
                .query(Long.class)
                .single();
    }
}
