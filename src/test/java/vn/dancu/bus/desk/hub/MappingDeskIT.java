package vn.dancu.bus.desk.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.DanCuCommand;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;

/** The mappings of a hub at the administration's interface: kept version by version, as a whole file too, and read by whom it is allowed. */
class MappingDeskIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PORT = BUS.ports().http();

    private final Desk operator = Desk.at(PORT, Desk.Sandbox.OPERATOR);
    private final Desk inspector = Desk.at(PORT, Desk.Sandbox.INSPECTOR);

    @Test
    void keepsEveryVersionWithWhoWhenAndWhy() {
        String partner = GovernedPartner.enrol(BUS, "h91-anh-xa").id();

        Desk.Answer first =
                change(partner, 0, "Thỏa thuận 12", List.of(line("MaCanBo", "canbo01", "h91.tw01")), List.of());
        Instant between = Instant.parse(first.body().path("changedAt").asText());
        Desk.Answer second = change(
                partner,
                1,
                "Đổi tài khoản",
                List.of(line("MaCanBo", "canbo01", "h91.tw02"), line("MaDVC", "*", "VPCP")),
                List.of());
        Desk.Answer third =
                change(partner, 2, "Thôi giữ", List.of(), List.of(Map.of("field", "MaCanBo", "local", "canbo01")));

        assertThat(List.of(first.status(), second.status(), third.status())).containsOnly(200);
        assertThat(inspector
                        .get("hub-mappings/" + partner)
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(3);
        JsonNode then =
                inspector.get("hub-mappings/" + partner + "?at=" + between).body();
        assertThat(then.path("version").asInt()).isEqualTo(1);
        assertThat(then.path("changedBy").asText()).isEqualTo("hoa.vanhanh");
        assertThat(then.path("reason").asText()).isEqualTo("Thỏa thuận 12");
        assertThat(nationals(partner, 1)).containsExactly("h91.tw01");
        assertThat(nationals(partner, 2)).containsExactly("h91.tw02", "VPCP");
        assertThat(nationals(partner, 3)).containsExactly("VPCP");
        assertThat(inspector
                        .get("hub-mappings/" + partner + "/versions?limit=2")
                        .body()
                        .path("items"))
                .hasSize(2);
        assertThat(acts("hub.mapping_changed", partner)).isEqualTo(3);
    }

    @Test
    void refusesAChangeOfAnotherVersionThanTheOneInForceOneThatChangesNothingAndOneOfNobody() {
        String partner = GovernedPartner.enrol(BUS, "h91-cu").id();
        assertThat(change(partner, 0, "một", List.of(line("MaDVC", "*", "VPCP")), List.of())
                        .status())
                .isEqualTo(200);

        assertThat(change(partner, 0, "hai", List.of(line("MaDVC", "1.1", "2.2")), List.of())
                        .code())
                .isEqualTo("version_outdated");
        assertThat(change(partner, 1, "hai", List.of(line("MaDVC", "*", "VPCP")), List.of())
                        .code())
                .isEqualTo("move_not_allowed");
        assertThat(change("khong-co-ai", 0, "hai", List.of(line("MaDVC", "*", "VPCP")), List.of())
                        .code())
                .isEqualTo("resource_unknown");
        assertThat(nationals(partner, 1)).containsExactly("VPCP");
        assertThat(inspector
                        .get("hub-mappings/" + partner)
                        .body()
                        .path("version")
                        .asInt())
                .as("nothing of it was kept")
                .isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoCodeAndAReasonWithANumberWithoutRepeatingThem() {
        String partner = GovernedPartner.enrol(BUS, "h91-sai").id();

        assertThat(change(partner, 0, "một", List.of(line("MaCanBo", "cán bộ", "tw")), List.of()))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo("field_invalid"))
                .satisfies(answer -> assertThat(answer.body().toString()).doesNotContain("cán bộ"));
        assertThat(change(partner, 0, "một", List.of(line("MaCanBo", "canbo01", "*")), List.of())
                        .code())
                .isEqualTo("field_invalid");
        assertThat(change(partner, 0, "một", List.of(line("HoVaTen", "a", "b")), List.of())
                        .code())
                .isEqualTo("field_invalid");
        assertThat(change(partner, 0, "của 999000000001", List.of(line("MaDVC", "*", "VPCP")), List.of()))
                .satisfies(answer ->
                        assertThat(answer.body().path("field").asText()).isEqualTo("reason"))
                .satisfies(answer -> assertThat(answer.body().toString()).doesNotContain("999000000001"));
        assertThat(change(
                                partner,
                                0,
                                "một",
                                List.of(line("MaDVC", "a", "b")),
                                List.of(Map.of("field", "MaDVC", "local", "a")))
                        .code())
                .isEqualTo("field_invalid");
        assertThat(inspector.get("hub-mappings/" + partner).code()).isEqualTo("resource_unknown");
    }

    @Test
    void masksAnOfficersPersonalNumberEverywhereButInTheFileWhichAnInspectorDoesNotGet() {
        String partner = GovernedPartner.enrol(BUS, "h91-so").id();
        assertThat(change(partner, 0, "một", List.of(line("MaCanBo", "canbo01", "999000000017")), List.of())
                        .status())
                .isEqualTo(200);

        assertThat(nationals(partner, 1)).containsExactly("*********017");
        RawHttp.Answer file = file(partner);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).contains("MaCanBo,canbo01,999000000017");
        assertThat(acts("hub.mapping_changed", partner)).isEqualTo(1);
        assertThat(acts("hub.mapping_taken", partner)).isEqualTo(1);
        assertThat(inspector.get("hub-mappings/" + partner + "/file").code()).isEqualTo("role_missing");
        assertThat(BUS.jdbc()
                        .sql(
                                "select count(*) from audit.event where kind = 'ACT' and event::text like '%999000000017%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void findsEverythingThatIsWrongInAFileAtOnceAndTakesNothingOfIt() {
        String partner = GovernedPartner.enrol(BUS, "h91-tep").id();
        String csv = "field,local,national\r\nMaCanBo,canbo01,tw01\r\nMaCanBo,canbo01,tw02\r\nHoTen,a,b\r\nMaDVC,x\r\n"
                + "MaDVC,,*\r\n";

        JsonNode flaws = operator.send("POST", "hub-mappings/" + partner + "/file-checks", Map.of("csv", csv))
                .body()
                .path("flaws");
        Desk.Answer taken = load(partner, 0, csv);

        assertThat(flaws.findValuesAsText("line")).containsExactly("3", "4", "5", "6", "6");
        assertThat(flaws.findValuesAsText("field")).containsExactly("local", "field", "file", "local", "national");
        assertThat(flaws.toString()).doesNotContain("canbo01");
        assertThat(taken.code()).isEqualTo("file_refused");
        assertThat(inspector.get("hub-mappings/" + partner).code()).isEqualTo("resource_unknown");
        assertThat(load(partner, 0, "field;local;national\nMaDVC;a;b\n").code()).isEqualTo("file_refused");
        assertThat(load(partner, 0, "field,local,national\n\"MaDVC,a,b\n").code())
                .isEqualTo("file_refused");
        assertThat(load(partner, 0, " ").code()).isEqualTo("file_refused");
    }

    @Test
    void goesOutAsAFileAndComesBackAsItWas(@TempDir Path folder) throws IOException {
        String partner = GovernedPartner.enrol(BUS, "h91-vong").id();
        change(
                partner,
                0,
                "một",
                List.of(
                        line("MaCanBo", "*", "tw.chung"),
                        line("MaDVC", "1.001193", "2.000815"),
                        line("MaDonVi", "H41", "H41.01")),
                List.of());
        Path file = folder.resolve("anh-xa.csv");
        DanCuCommand command = DanCuCommand.of(PORT, Desk.Sandbox.OPERATOR);

        DanCuCommand.Result taken = command.run("hub", "export", partner, "--out", file.toString());
        Files.writeString(file, "\uFEFF" + Files.readString(file) + "MaDVC,1.009,\"2,9\"\r\n");
        DanCuCommand.Result checked = command.run("hub", "check-file", partner, "--csv", file.toString(), "--json");
        DanCuCommand.Result loaded = command.run(
                "hub",
                "import",
                partner,
                "--base",
                "1",
                "--reason",
                "Bổ sung thủ tục",
                "--csv",
                file.toString(),
                "--json");

        assertThat(taken.exit()).as(taken.err()).isZero();
        assertThat(checked.out()).contains("\"flaws\" : [ ]");
        assertThat(loaded.exit()).as(loaded.err()).isZero();
        assertThat(nationals(partner, 2)).containsExactly("tw.chung", "2.000815", "2,9", "H41.01");
    }

    private Desk.Answer change(String partner, long base, String reason, List<?> set, List<?> remove) {
        return operator.send(
                "POST",
                "hub-mappings/" + partner + "/changes",
                Map.of("base", base, "reason", reason, "set", set, "remove", remove));
    }

    private Desk.Answer load(String partner, long base, String csv) {
        return operator.send(
                "POST", "hub-mappings/" + partner + "/file", Map.of("base", base, "reason", "tệp", "csv", csv));
    }

    private RawHttp.Answer file(String partner) {
        return RawHttp.send(
                PORT,
                "GET /api/v1/admin/hub-mappings/" + partner + "/file",
                List.of("Authorization: " + operator.authorization()),
                new byte[0]);
    }

    private List<String> nationals(String partner, int version) {
        return inspector
                .get("hub-mappings/" + partner + "/versions/" + version + "/entries")
                .body()
                .findValuesAsText("national");
    }

    private static Map<String, String> line(String field, String local, String national) {
        return Map.of("field", field, "local", local, "national", national);
    }

    private static long acts(String action, String partner) {
        return BUS.jdbc()
                .sql("select count(*) from audit.event where kind = 'ACT' and result = :action"
                        + " and event::text like '%\"' || :partner || '\"%'")
                .param("action", action)
                .param("partner", partner)
                .query(Long.class)
                .single();
    }
}
