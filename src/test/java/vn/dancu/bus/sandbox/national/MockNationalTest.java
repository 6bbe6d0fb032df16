package vn.dancu.bus.sandbox.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.RunningNational;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.sandbox.population.SyntheticCitizen;

/** What the mock answers, in the form of each pack and as a security server. */
class MockNationalTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningNational national;
    private static NationalAsker asker;

    private final SyntheticCitizen somebody = NationalAsker.somebody();
    private final String number = String.valueOf(somebody.identity().soDinhDanh());
    private final CitizenQuery question = NationalAsker.question(somebody);

    @BeforeAll
    static void start() {
        national = RunningNational.start(400);
        asker = new NationalAsker(national);
    }

    @AfterAll
    static void stop() {
        national.close();
    }

    @AfterEach
    void reset() {
        national.delete("/control/faults");
        national.delete("/control/journal");
        national.delete("/control/catalogue");
        national.put("/control/token", "{\"expiresIn\":3600}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"official", "live", "live-ketqua", "court", "gtel", "ngsp", "hub-dongthap", "hub-haugiang"})
    void answersEveryPackInItsForm(String pack) {
        HttpResponse<String> answer = asker.ask(pack, question);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(number);
        JsonNode line = national.journal().path(national.journal().size() - 1);
        assertThat(line.path("pack").asText()).isEqualTo(pack);
        assertThat(line.path("service").asText()).isEqualTo("TraCuuThongTinCongDan");
        assertThat(line.path("requestId").asText()).isEqualTo("mock-1");
        assertThat(line.path("officer").asText()).isEqualTo("canbo01");
        assertThat(line.toString()).doesNotContain(number);
    }

    @Test
    void theOfficialAndTheLiveShapeDifferAsTheyDoInLife() {
        String official = asker.ask("official", question).body();
        String live = asker.ask("live", question).body();

        assertThat(official).contains("MaDanToc").contains("SoCongDan=\"1\"").doesNotContain("<soapenv:Body xmlns:dan");
        assertThat(live)
                .contains("<soapenv:Body xmlns:dan=\"http://dancuquocgia.bca\">")
                .contains("SoLuongCongDan")
                .doesNotContain("MaDanToc");
    }

    @Test
    void refusesAWrongDigestAnOldTimestampAndAnotherPath() {
        String path = "/population/live";
        Instant now = Instant.now();

        assertThat(asker.ask("live", question, path, now, "another").statusCode())
                .isEqualTo(401);
        assertThat(asker.ask("live", question, path, now.minus(Duration.ofMinutes(6)), RunningNational.SECRET)
                        .statusCode())
                .isEqualTo(401);
        assertThat(asker.ask("live", question, path, now.minus(Duration.ofMinutes(4)), RunningNational.SECRET)
                        .statusCode())
                .isEqualTo(200);
        national.faults("[{\"fault\":\"clock\",\"delayMillis\":600000,\"times\":1}]");
        assertThat(asker.ask("live", question).statusCode()).isEqualTo(401);
        assertThat(asker.ask("live", question).statusCode()).isEqualTo(200);
    }

    @Test
    void givesATokenForClientCredentialsAndNoneElse() throws IOException {
        JsonNode given = JSON.readTree(asker.tokenCall(RunningNational.SECRET).body());
        assertThat(given.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(given.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(given.path("scope").asText()).isEqualTo("am_application_scope default");

        HttpResponse<String> refused = asker.tokenCall("another");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(refused.body()).path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void aTokenThatIsForgottenOrRanOutIsRefusedAsTheGatewayRefusesIt() {
        HttpRequest asked = asker.request("ngsp", question, "/population/ngsp", Instant.now(), RunningNational.SECRET);
        assertThat(national.send(asked).statusCode()).isEqualTo(200);

        national.delete("/control/token");

        HttpResponse<String> refused = national.send(asked);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("{\"fault\":{\"code\":900901,");
        national.put("/control/token", "{\"expiresIn\":1}");
        assertThat(national.get("/control/token").path("expiresIn").asInt()).isEqualTo(1);
        assertThat(national.put("/control/token", "{\"expiresIn\":0}")).isEqualTo(400);
        HttpRequest brief = asker.request("ngsp", question, "/population/ngsp", Instant.now(), RunningNational.SECRET);
        await().atMost(Duration.ofSeconds(20)).until(() -> national.send(brief).statusCode() == 401);
    }

    @Test
    void answersAboutNobodyWhereTheNameIsAnother() {
        CitizenQuery wrongName = new CitizenQuery(
                question.operation(),
                "mock-2",
                question.procedure(),
                question.officer(),
                null,
                null,
                question.number(),
                "KHONG AI CA",
                question.birthDate(),
                question.claims(),
                question.asked());

        Answer mismatch = read("official", wrongName);
        assertThat(mismatch.status().code()).isEqualTo("name_mismatch");
        assertThat(((Answer.OfCitizen) mismatch).citizen()).isNull();
    }

    private static Answer read(String pack, CitizenQuery asked) {
        String body = asker.ask(pack, asked).body();
        String element = body.replaceAll("(?s).*<soapenv:Body[^>]*>(.*)</soapenv:Body>.*", "$1");
        return RunningNational.MESSAGES
                .populationXml(vn.dancu.bus.message.Version.QCVN_109_V1)
                .readAnswer(
                        PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN,
                        new ByteArrayInputStream(element.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void knowsPeopleWhomNobodyElseKnows() {
        JsonNode others = national.get("/control/people");

        assertThat(others).hasSize(20);
        assertThat(StreamSupport.stream(others.spliterator(), false))
                .allMatch(other -> other.path("hoVaTen").asText().length() > 3);
    }

    @Test
    void theSecurityServerGivesTheHeaderBackAndTheHashOfTheQuestion() throws Exception {
        byte[] message =
                xroad("<xroad:protocolVersion>4.0</xroad:protocolVersion>").getBytes(StandardCharsets.UTF_8);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-512").digest(message));

        HttpResponse<String> answer = national.send(HttpRequest.newBuilder(national.address("/xroad"))
                .header("Content-Type", "text/xml;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("requestHash")
                .contains(hash)
                .contains("<dan:TraCuuThongTinCongDanResponse")
                .contains(number)
                .containsPattern("(?s)xroad:client.*xroad:service.*xroad:userId.*xroad:id.*xroad:protocolVersion");
    }

    @Test
    void whatTheSecurityServerAnswersIsReadByThePacksOfXRoad() {
        for (Answer answer : List.of(
                asker.throughSecurityServer("xroad", question, "/xroad"),
                asker.throughSecurityServer("xroad-rest", question, ""))) {
            assertThat(answer.status().code()).isEqualTo("found");
            assertThat(answer).isInstanceOfSatisfying(Answer.OfCitizen.class, one -> assertThat(one.citizen())
                    .isNotNull()
                    .extracting(Citizen::soDinhDanh)
                    .isEqualTo(number));
        }
    }

    @Test
    void theSecurityServerRefusesABrokenHeaderUnderStatus200() {
        assertThat(soap(xroad(""))).contains("client.missing_header_field");
        assertThat(soap(xroad("<xroad:protocolVersion>5.0</xroad:protocolVersion>")))
                .contains("client.invalid_protocol_version");
        assertThat(soap(xroad("<xroad:protocolVersion>4.0</xroad:protocolVersion><xroad:userId>x</xroad:userId>")))
                .contains("client.duplicate_header_field");
        assertThat(soap("no XML")).contains("client.invalid_xml");
        assertThat(soap("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")).contains("client.invalid_xml");
    }

    private String soap(String message) {
        HttpResponse<String> answer = national.send(HttpRequest.newBuilder(national.address("/xroad"))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String xroad(String last) {
        return """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xroad="http://x-road.eu/xsd/xroad.xsd" \
                xmlns:id="http://x-road.eu/xsd/identifiers"><s:Header>\
                <xroad:client id:objectType="SUBSYSTEM"><id:xRoadInstance>VN</id:xRoadInstance><id:memberClass>GOV</id:memberClass>\
                <id:memberCode>000.00.00.H41</id:memberCode><id:subsystemCode>lgsp</id:subsystemCode></xroad:client>\
                <xroad:service id:objectType="SERVICE"><id:xRoadInstance>VN</id:xRoadInstance><id:memberClass>GOV</id:memberClass>\
                <id:memberCode>000.00.00.G01</id:memberCode><id:subsystemCode>csdldc</id:subsystemCode>\
                <id:serviceCode>TraCuuThongTinCongDan</id:serviceCode></xroad:service>\
                <xroad:userId>VNcanbo01</xroad:userId><xroad:id>id-1</xroad:id>%s</s:Header><s:Body>\
                <dan:TraCuuThongTinCongDan xmlns:dan="http://dancuquocgia.bca"><dan:MaYeuCau>x-1</dan:MaYeuCau><dan:MaDVC>1.001193</dan:MaDVC>\
                <dan:MaTichHop>037</dan:MaTichHop><dan:MaCanBo>canbo01</dan:MaCanBo><dan:SoDinhDanh>%s</dan:SoDinhDanh>\
                <dan:HoVaTen>%s</dan:HoVaTen><dan:NgayThangNamSinh><dan:NgayThangNam>%s</dan:NgayThangNam></dan:NgayThangNamSinh>\
                </dan:TraCuuThongTinCongDan></s:Body></s:Envelope>"""
                .formatted(
                        last,
                        number,
                        somebody.identity().name().full(),
                        String.valueOf(somebody.identity().birthDate().day()).replace("-", ""));
    }

    @Test
    void theSecurityServerForwardsRestWithARequestIdAndItsHash() {
        String body =
                new String(RunningNational.MESSAGES.populationJson().writeQuery(question), StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        national.address("/r1/VN/GOV/000.00.00.G01/csdldc/TraCuuThongTinCongDan"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));

        HttpResponse<String> nobody = national.send(request.build());
        HttpResponse<String> answer = national.send(request.header("X-Road-Client", "VN/GOV/000.00.00.H41/lgsp")
                .header("X-Road-Id", "id-7")
                .build());

        assertThat(nobody.statusCode()).isEqualTo(400);
        assertThat(nobody.headers().firstValue("X-Road-Error")).contains("client.bad_request");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(number);
        assertThat(answer.headers().firstValue("X-Road-Id")).contains("id-7");
        assertThat(answer.headers().firstValue("X-Road-Request-Id").orElseThrow())
                .hasSize(36);
        assertThat(answer.headers().firstValue("X-Road-Request-Hash").orElseThrow())
                .hasSize(88);
    }

    @Test
    void theAdapterWantsToKnowWhereToForward() {
        String path = "/XrdAdapter/RestService/forward/tra-cuu";

        HttpResponse<String> answer = asker.ask("vdxp", question, path, Instant.now(), RunningNational.SECRET);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(number);
        assertThat(national.journal().path(0).path("client").asText()).isEqualTo("VN/GOV/000.00.00.H41/lgsp-nghean");
    }

    @Test
    void theCataloguesCanGainRenameAndLoseACode() {
        assertThat(catalogue("/dmdc/1.0/AllCategory")).contains("madantoc");
        assertThat(catalogue("/dmdc/Metadata/madantoc")).contains("PropertyCode");
        int before = rows();

        assertThat(national.put("/control/catalogue", "{\"list\":\"madantoc\",\"code\":\"77\",\"name\":\"Thử\"}"))
                .isEqualTo(204);
        assertThat(rows()).isEqualTo(before + 1);
        national.put("/control/catalogue", "{\"list\":\"madantoc\",\"code\":\"77\",\"name\":\"Đổi tên\"}");
        assertThat(catalogue("/dmdc/Category/madantoc")).contains("Đổi tên").doesNotContain("\"Thử\"");
        national.delete("/control/catalogue?list=madantoc&code=02");
        assertThat(rows()).isEqualTo(before);
        assertThat(catalogue("/dmdc/Category/madantoc")).doesNotContain("\"Ma\":\"02\"");
        assertThat(national.delete("/control/catalogue?list=khong-co&code=02")).isEqualTo(400);
    }

    private static int rows() {
        return catalogue("/dmdc/Category/madantoc").split("\"Ma\":", -1).length - 1;
    }

    private static String catalogue(String path) {
        return national.send(HttpRequest.newBuilder(national.address(path))
                        .header("Authorization", "Bearer " + asker.token())
                        .build())
                .body();
    }
}
