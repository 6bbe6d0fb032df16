package vn.dancu.bus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;

/** Documents from an agency of the mock axis, through the shipped routes, and what the agency gets back. */
class DocumentRoundTripIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEADING = "STT;Số định danh cá nhân;Họ và tên;Ngày sinh;MaCanBo;MaDVC;DichVu;Truong\n";

    private final AxisAgency agency = AxisAgency.province(BUS.ports().axis());

    @Test
    void answersADocumentAboutOnePersonAndReportsEachStep() throws IOException {
        Person person = BUS.anybody();
        String id = id();

        agency.send(agency.request(id, "hoi.json", "application/json", question(person, "q-" + id)));

        AxisAgency.Answer answer = agency.answer(id);
        JsonNode result = JSON.readTree(answer.text("ket-qua.json"));
        assertThat(result).hasSize(1);
        assertThat(result.at("/0/traLoi/trangThai").asText()).isEqualTo("found");
        assertThat(result.at("/0/traLoi/congDan/0/soDinhDanh").asText()).isEqualTo(person.soDinhDanh());
        assertThat(new String(answer.files().get("tom-tat.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(agency.statusesUntil(id, "06")).containsExactly("01", "03", "05", "06");
        assertThat(audited(result.at("/0/maSuKien").asText())).isEqualTo("document");
        assertThat(state(id)).isInstanceOf(DocumentState.Answered.class);
        assertThat(BUS.bean(Documents.class).balance()).allMatch(DocumentBalance::isEven);
    }

    @Test
    void answersAListRowForRowAndRefusesWrongRowsByThemselves() {
        List<Person> people =
                BUS.people().stream().filter(Person::hasFullBirthDate).limit(3).toList();
        String id = id();
        StringBuilder list = new StringBuilder(HEADING);
        list.append(row(1, people.get(0))).append(";canbo01;1.001193;TraCuuThongTinCongDan;SoDinhDanh HoVaTen\n");
        list.append(row(2, people.get(1))).append(";;;;\n");
        list.append("3;99908;SAI SỐ;1990;;;;\n");
        list.append(row(4, people.get(2))).append(";canbo99;;;\n");

        agency.send(
                agency.request(id, "danh-sach.csv", "text/csv", list.toString().getBytes(StandardCharsets.UTF_8)));

        List<String> rows = agency.answer(id).text("ket-qua.csv").lines().toList();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(0)).startsWith("\uFEFFSTT,MaYeuCau,KetQua,MaLoi").contains("SoDinhDanh,HoVaTen/Ho");
        assertThat(rows.get(1)).contains(",found,,,,").contains(people.get(0).soDinhDanh());
        assertThat(rows.get(2)).contains(",found,,,,").contains(people.get(1).soDinhDanh());
        assertThat(rows.get(3)).contains(",field_invalid,SoDinhDanh,");
        assertThat(rows.get(4)).contains(",officer_not_allowed,");
    }

    @Test
    void refusesWithTheReasonWhatIsNoRequest() {
        String id = id();

        agency.send(
                agency.request(id, "cong-van.pdf", "application/pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)));

        assertThat(agency.statusesUntil(id, "02")).containsExactly("01", "02");
        assertThat(agency.description(id, "02")).contains("field_missing").contains("AttachmentEncoded/Attachment");
        assertThat(state(id)).isInstanceOf(DocumentState.Refused.class);
        assertThat(agency.answers(id)).isEmpty();
    }

    @Test
    void answersTheSameRequestOnceHoweverOftenAndUnderWhateverIdItComes() {
        String id = id();
        String other = id();
        byte[] question = question(BUS.anybody(), "q-" + id);

        agency.send(agency.request(id, "hoi.json", "application/json", question));
        agency.send(agency.request(id, "hoi.json", "application/json", question));
        agency.statusesUntil(id, "06");
        agency.send(agency.request(other, "hoi.json", "application/json", question));

        assertThat(agency.statusesUntil(other, "02")).containsExactly("01", "02");
        assertThat(agency.description(other, "02")).contains("request_replayed");
        assertThat(agency.answers(id)).hasSize(1);
        assertThat(agency.answers(other)).isEmpty();
        assertThat(agency.statuses(id)).containsExactly("01", "03", "05", "06");
    }

    private static String id() {
        return "000.00.00.H41,2026/11/29," + UUID.randomUUID();
    }

    private static byte[] question(Person person, String requestId) {
        return ("{\"dichVu\": \"TraCuuThongTinCongDan\", \"maYeuCau\": \""
                        + requestId.substring(requestId.length() - 36)
                        + "\", \"maDVC\": \"1.001193\", \"maCanBo\": \"canbo01\", \"soDinhDanh\": \""
                        + person.soDinhDanh()
                        + "\", \"hoVaTen\": \"" + person.hoVaTen() + "\", \"ngaySinh\": \"" + person.ngaySinh() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String row(int number, Person person) {
        return number + ";" + person.soDinhDanh() + ";" + person.hoVaTen() + ";" + person.ngaySinh();
    }

    private static DocumentState state(String documentId) {
        return BUS.bean(Documents.class).find("H41", documentId).get(0).state();
    }

    private static String audited(String event) {
        await().atMost(Duration.ofSeconds(5))
                .until(() -> BUS.jdbc()
                                .sql("select count(*) from audit.event where id = ?::uuid")
                                .param(event)
                                .query(Integer.class)
                                .single()
                        == 1);
        return BUS.jdbc()
                .sql("select event::jsonb -> 'data' ->> 'door' from audit.event where id = ?::uuid")
                .param(event)
                .query(String.class)
                .single();
    }
}
