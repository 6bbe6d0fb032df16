package vn.dancu.bus.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;

/** The same lists over SOAP: six services that order them, eight verbs that follow and fetch them. */
class ListsOverSoapIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String PROVINCE = "97";
    private static final int PEOPLE = 20;

    private final ListPartner partner = new ListPartner(BUS);

    @BeforeAll
    static void addPeople() {
        ListedPeople.add(BUS, PROVINCE, 970_000_000, PEOPLE);
    }

    @AfterAll
    static void takePeopleAway() {
        ListedPeople.remove(BUS, PROVINCE);
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
                        partner.opened(Base64.getDecoder().decode(ListPartner.value(part, "NoiDung"))),
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
}
