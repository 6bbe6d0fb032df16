package vn.dancu.bus.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xmlunit.assertj3.XmlAssert;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;

class DialectMessagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Dialects DIALECTS = Dialects.builtIn();
    private static final MessageContext MESSAGES = MessageContext.create();

    private static final Path EXAMPLES = Path.of("schemas/hub/v1/examples");

    private static final String SOAP =
            """
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">
              <soapenv:Body>
                <dan:TraCuuThongTinCongDan xmlns:dan="http://dancuquocgia.bca">
                  <dan:MaYeuCau>H41-20261124-000001</dan:MaYeuCau>
                  <dan:MaDVC>1.001193</dan:MaDVC>
                  <dan:MaTichHop>037</dan:MaTichHop>
                  <dan:MaCanBo>canbo01</dan:MaCanBo>
                  <dan:SoDinhDanh>999080000001</dan:SoDinhDanh>
                  <dan:HoVaTen>NGUYENVANAN</dan:HoVaTen>
                  <dan:NgayThangNamSinh><dan:NgayThangNam>19800102</dan:NgayThangNam></dan:NgayThangNamSinh>
                </dan:TraCuuThongTinCongDan>
              </soapenv:Body>
            </soapenv:Envelope>
            """;

    private static final String FLAT =
            """
            {"maYeuCau":"H41-20261124-000001","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"999080000001",
             "hoVaTen":"NGUYENVANAN","ngayThangNam":"19800102","userNameService":"h30-service"}
            """;

    private final DialectMessages court = messages("court");
    private final DialectMessages wrapped = messages("hub-haugiang");
    private final DialectMessages flat = messages("hub-dongthap");

    @Test
    void wrapsTheElementInSoap() {
        WireQuestion question = court.write(Questions.plain(), Questions.CALL);

        XmlAssert.assertThat(new String(question.body(), StandardCharsets.UTF_8))
                .and(SOAP)
                .ignoreWhitespace()
                .areSimilar();
        assertThat(question.target()).isEqualTo("/services/tra-cuu");
        assertThat(question.toString()).doesNotContain("999080000001");
    }

    @Test
    void putsSoapAndTokensIntoOneJsonObject() throws IOException {
        JsonNode body =
                JSON.readTree(wrapped.write(Questions.plain(), Questions.CALL).body());

        assertThat(body.fieldNames())
                .toIterable()
                .containsExactly("accessToken", "lgspAccessToken", "AuthHash", "data");
        assertThat(body.path("accessToken").asText()).isEqualTo("Bearer token-1");
        assertThat(body.path("lgspAccessToken").asText()).startsWith("eyJBY2Nlc3NLZXki");
        assertThat(body.path("AuthHash").asText()).isEqualTo("b2s6b3A=");
        XmlAssert.assertThat(body.path("data").asText())
                .and(SOAP)
                .ignoreWhitespace()
                .areSimilar();
    }

    @Test
    void writesOneFlatObjectByTheTable() throws IOException {
        assertThat(JSON.readTree(flat.write(Questions.plain(), Questions.CALL).body()))
                .isEqualTo(JSON.readTree(FLAT));
    }

    @Test
    void addsProviderAndMemberToTheAddressOfTheAdapter() {
        assertThat(messages("vdxp").write(Questions.plain(), Questions.CALL).target())
                .isEqualTo("/services/tra-cuu?providerurl=http%3A%2F%2Fdancu.invalid%2Fservices"
                        + "&dstcode=VN%3AGOV%3A000.00.00.G01%3Adancu");
    }

    @Test
    void carriesAYearAloneToo() {
        for (DialectMessages messages : List.of(court, wrapped, flat)) {
            byte[] body = messages.write(Questions.bornIn(1980), Questions.CALL).body();

            assertThat(messages.losses(Questions.bornIn(1980))).isEmpty();
            assertThat(messages.read(Questions.in(body))).isEqualTo(Questions.bornIn(1980));
        }
    }

    /** The examples of the schema family {@code hub/v1}, which describes the same objects. */
    @ParameterizedTest
    @CsvSource({"hub-dongthap, DongThapRequest.so-dinh-danh.json", "hub-haugiang, HauGiangRequest.tra-cuu.json"})
    void readsTheExamplesOfTheSchema(String name, String file) throws IOException {
        byte[] example = Files.readAllBytes(EXAMPLES.resolve(file));

        CitizenQuery read = messages(name).read(Questions.in(example));

        JsonNode object = JSON.readTree(example);
        assertThat(read.operation()).isEqualTo(PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN);
        assertThat(JSON.readTree(messages(name).write(read, Questions.CALL).body())
                        .fieldNames())
                .toIterable()
                .isSubsetOf(object::fieldNames);
    }

    @ParameterizedTest
    @CsvSource({
        // The hub can do without a procedure, the population service cannot.
        "hub-dongthap, DongThapRequest.cmnd.json, field_missing",
        "hub-dongthap, broken/DongThapRequest.duplicate-key.json, field_duplicated",
        "hub-dongthap, broken/DongThapRequest.iso-day.json, field_invalid",
        "hub-dongthap, broken/DongThapRequest.no-request-id.json, field_missing",
        "hub-dongthap, broken/DongThapRequest.number-too-short.json, field_invalid",
        "hub-dongthap, broken/DongThapRequest.property-with-capital.json, field_unknown",
        "hub-haugiang, broken/HauGiangRequest.data-as-object.json, field_invalid",
        "hub-haugiang, broken/HauGiangRequest.no-data.json, field_missing"
    })
    void refusesWhatIsBrokenOrCannotBeAnswered(String name, String file, String code) throws IOException {
        byte[] example = Files.readAllBytes(EXAMPLES.resolve(file));

        assertThatThrownBy(() -> messages(name).read(Questions.in(example)))
                .isInstanceOfSatisfying(
                        BusException.class,
                        it -> assertThat(it.refusal().code()).hasToString(code));
    }

    @Test
    void neverAsksAnotherServiceThanWasMeant() {
        assertThat(flat.losses(Questions.existence())).containsExactly("XacThucThongTinCongDan");
        assertThatThrownBy(() -> flat.write(Questions.existence(), Questions.CALL))
                .satisfies(refused("operation_unknown", "/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "\"hoVaTen\":\"NGUYENVANAN\"          | \"hoVaTen\":null              | field_missing     | hoVaTen",
                "\"hoVaTen\":\"NGUYENVANAN\"          | \"hoVaTen\":7                 | field_invalid     | hoVaTen",
                "\"soDinhDanh\":\"999080000001\"      | \"soDinhDanh\":999080000001   | field_invalid     | soDinhDanh",
                "\"soDinhDanh\":\"999080000001\"      | \"soDinhDanh\":\"99908\"      | field_invalid     | soDinhDanh",
                "19800102                             | 1980-01-02                    | field_invalid     | ngayThangNam",
                "19800102                             | 19800231                      | field_invalid     | ngayThangNam",
                "\"maCanBo\":\"canbo01\",             | -                             | field_missing     | maCanBo",
                "\"maCanBo\"                          | \"maDVC\"                     | field_duplicated  | maDVC",
                "\"maCanBo\"                          | \"maKhac\"                    | field_unknown     | maKhac",
                "\"maCanBo\"                          | \"999080000001\"              | field_unknown     | /",
                "}                                    | -                             | message_malformed | /",
                "}                                    | }}                            | message_malformed | /",
                "{                                    | [                             | message_malformed | /",
            })
    void refusesAFlatObjectByTheNamesOfTheHub(String good, String bad, String code, String field) {
        String body = FLAT.replace(good, bad == null ? "" : bad);
        assertThat(body).isNotEqualTo(FLAT);

        assertThatThrownBy(() -> flat.read(Questions.in(body))).satisfies(refused(code, field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<soapenv:Envelope      | <!DOCTYPE x><soapenv:Envelope | message_dtd_forbidden",
                "</soapenv:Body>        | <x/></soapenv:Body>           | field_duplicated",
                "</soapenv:Envelope>    | <x/></soapenv:Envelope>       | message_invalid",
                "</soapenv:Envelope>    | </soapenv:Envelope><x/>       | message_malformed",
                "soap/envelope/         | soap-envelope                 | soap_version_unsupported",
                "soapenv:Body           | soapenv:Bodi                  | message_invalid",
                "dancuquocgia.bca       | dancu.bca                     | operation_unknown",
                "<dan:MaCanBo>          | <dan:MaCanBo>&x;              | message_malformed",
                "<soapenv:Envelope      | <?xml version='1.0' encoding='ISO-8859-1'?><soapenv:Envelope | message_encoding_unsupported",
            })
    void refusesSoapThatIsNotOne(String good, String bad, String code) {
        String body = SOAP.replace(good, bad);
        assertThat(body).isNotEqualTo(SOAP);

        assertThatThrownBy(() -> court.read(Questions.in(body)))
                .isInstanceOfSatisfying(
                        BusException.class,
                        it -> assertThat(it.refusal().code()).hasToString(code));
    }

    @Test
    void skipsTheHeaderOfSoap() {
        String body = SOAP.replace("<soapenv:Body>", "<soapenv:Header><x><y/></x></soapenv:Header><soapenv:Body>");

        assertThat(court.read(Questions.in(body))).isEqualTo(Questions.plain());
    }

    @Test
    void readsTheTextOfAHubWhateverEncodingItsDeclarationNames() throws IOException {
        CitizenQuery read = wrapped.read(wrapped("<?xml version=\"1.0\" encoding=\"utf-16\"?>" + SOAP));

        assertThat(read).isEqualTo(Questions.plain());
    }

    @Test
    void refusesAWrapperWithoutItsText() {
        assertThatThrownBy(() -> wrapped.read(Questions.in("{\"accessToken\":\"x\"}")))
                .satisfies(refused("field_missing", "data"));
    }

    @Test
    void refusesWhatIsTooLargeOrNotUtf8() {
        byte[] large = new byte[(1 << 20) + 1];
        Arrays.fill(large, (byte) ' ');
        assertThatThrownBy(() -> court.read(Questions.in(large))).satisfies(refused("message_too_large", "Envelope"));
        assertThatThrownBy(() -> flat.read(Questions.in(new byte[] {'{', (byte) 0xff, '}'})))
                .satisfies(refused("message_malformed", "/"));
    }

    private static InputStream wrapped(String soap) throws IOException {
        ObjectNode object =
                JSON.createObjectNode().put("accessToken", "Bearer x").put("data", soap);
        return Questions.in(JSON.writeValueAsBytes(object));
    }

    private static Consumer<Throwable> refused(String code, String field) {
        return failure -> assertThat(failure).isInstanceOfSatisfying(BusException.class, it -> {
            assertThat(it.refusal().code()).hasToString(code);
            assertThat(it.refusal().field()).isEqualTo(field);
            assertThat(String.valueOf(it.refusal().rule())).doesNotContain("999080000001");
        });
    }

    private static DialectMessages messages(String name) {
        return DialectMessages.of(DIALECTS.byName(name).orElseThrow(), MESSAGES);
    }
}
