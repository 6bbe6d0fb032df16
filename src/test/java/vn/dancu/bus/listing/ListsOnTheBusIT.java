package vn.dancu.bus.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
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

/** Authorities order lists over REST, fetch them, and every person in one has the record of it. */
class ListsOnTheBusIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ListPartner partner = new ListPartner(BUS);
    /** Provinces that are none, with people of these tests alone: whoever is listed has it in the own log. */
    private static final String PROVINCE = "99";

    private static final String LARGE_PROVINCE = "98";
    private static final int PEOPLE = 60;
    private static final int MANY = 620;

    @BeforeAll
    static void addPeople() {
        ListedPeople.add(BUS, PROVINCE, 990_000_000, PEOPLE);
        ListedPeople.add(BUS, LARGE_PROVINCE, 980_000_000, MANY);
    }

    @AfterAll
    static void takePeopleAway() {
        ListedPeople.remove(BUS, PROVINCE, LARGE_PROVINCE);
    }

    @Test
    void givesAnEncryptedFileWithEverybodyOfTheAreaAndRecordsEachOfThem() throws IOException {
        JsonNode request = partner.ordered(PROVINCE, "csv", "\"truong\":[\"SoDinhDanh\",\"HoVaTen\"],");
        JsonNode ready = partner.ready(request.path("id").asText());

        byte[] file = partner.file(ready.path("id").asText());
        List<String> lines =
                new String(partner.opened(file), StandardCharsets.UTF_8).lines().toList();

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

        byte[] content = partner.opened(partner.file(id));

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
            assertThat(partner.opened(partner.file(id))).isNotEmpty();
        }

        assertThat(partner.get("/" + id + "/file").path("code").asText()).isEqualTo("limit_reached");
        assertThat(partner.get("/" + id + "/history").path("suKien").findValuesAsText("noiDung"))
                .containsExactly("waiting", "drawn", "ready", "downloaded", "downloaded", "downloaded");
        assertThat(partner.get("/" + id).path("tep").path("luotTaiConLai").asInt())
                .isZero();
        assertThat(acts("listing.downloaded", id)).isEqualTo(3);
        assertThat(BUS.bean(Jobs.class).list(500)).as("what operators see").anySatisfy(job -> assertThat(job)
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
