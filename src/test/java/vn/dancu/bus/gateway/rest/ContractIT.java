package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.population.ResultStatus;

/** The contract says what the doors do, and the doors do what the contract says. */
@AtTheDoors
class ContractIT {

    private static final Contract CONTRACT = new Contract();
    private static final String LOOKUP = "/api/v1/citizens/lookup";
    private static final String VERIFY = "/api/v1/citizens/verify";
    private static final String HOUSEHOLD = "/api/v1/households/lookup";
    private static final Set<String> NOT_FOR_PARTNERS = Set.of("/error");

    private final ScriptedInquiries inquiries;
    private final RequestMappingHandlerMapping controllers;
    private final int port;
    private final DoorsClient doors;

    ContractIT(
            @Autowired ScriptedInquiries inquiries,
            @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping,
            @LocalServerPort int port) {
        this.inquiries = inquiries;
        this.controllers = requestMappingHandlerMapping;
        this.port = port;
        this.doors = new DoorsClient(port);
    }

    @Test
    void isServedAsItStandsWithItsPublicAddress() throws Exception {
        RawHttp.Answer answer = doors.send("GET /openapi/v1.yaml", "");

        assertThat(answer.headers().get("Content-Type")).startsWith("application/yaml");
        assertThat(answer.body())
                .isEqualTo(Files.readString(Path.of("schemas/openapi/v1.yaml"))
                        .replace("http://127.0.0.1:8080", "http://localhost:8080"));
    }

    @Test
    void namesEveryPathOfTheControllersAndNoOther() {
        Set<String> served = new TreeSet<>(Set.of("POST /oauth2/token", "GET /oauth2/jwks"));
        controllers.getHandlerMethods().keySet().forEach(mapping -> served.addAll(operations(mapping)));
        // Health is for load balancers, not for partners.
        assertThat(served.remove("GET /actuator/health")).isTrue();
        // The adapter door has a contract of its own, docs/protocols/PR-ADAPTER.md.
        assertThat(served.removeIf(operation -> operation.contains("/RestService/forward/")))
                .isTrue();

        assertThat(documented()).isEqualTo(served);
    }

    @Test
    void listsEveryErrorCodeWithItsTextsAndNoOther() {
        ErrorTexts texts = ErrorTexts.load();
        JsonNode schema = CONTRACT.document().at("/components/schemas/ErrorCode");
        List<String> codes =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList();

        assertThat(strings(schema.path("enum"))).isEqualTo(codes);
        assertThat(schema.path("x-error-codes")).hasSameSizeAs(codes);
        for (ErrorCode code : ErrorCode.values()) {
            JsonNode row = schema.path("x-error-codes").get(code.ordinal());
            assertThat(row.path("code").asText()).isEqualTo(code.code());
            assertThat(row.path("status").asInt()).isEqualTo(code.httpStatus());
            assertThat(row.path("retry").asText()).isEqualTo(code.retry().name().toLowerCase(Locale.ROOT));
            assertThat(row.path("vi").asText()).isEqualTo(texts.vietnamese(code));
            assertThat(row.path("en").asText()).isEqualTo(texts.english(code));
        }
    }

    @Test
    void listsEveryResultStatus() {
        List<String> codes =
                Arrays.stream(ResultStatus.values()).map(ResultStatus::code).toList();

        assertThat(strings(CONTRACT.document().at("/components/schemas/ResultStatus/enum")))
                .isEqualTo(codes);
    }

    @Test
    void describesAFullAnswerToEveryService() {
        inquiries.answer(FullAnswers::full);

        assertValid("CitizenAnswer", doors.ask(LOOKUP, doors.token(), DoorsClient.QUESTION));
        assertValid("ExistenceAnswer", doors.ask(VERIFY, doors.token(), DoorsClient.QUESTION));
        assertValid("HouseholdAnswer", doors.ask(HOUSEHOLD, doors.token(), DoorsClient.QUESTION));
    }

    @Test
    void describesAnAnswerThatReleasesNothing() {
        inquiries.answer(FullAnswers::empty);

        assertValid("CitizenAnswer", doors.ask(LOOKUP, doors.token(), DoorsClient.QUESTION));
        assertValid("ExistenceAnswer", doors.ask(VERIFY, doors.token(), DoorsClient.QUESTION));
        assertValid("HouseholdAnswer", doors.ask(HOUSEHOLD, doors.token(), DoorsClient.QUESTION));
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void describesEveryProblem(ErrorCode code) {
        inquiries.answer(query -> Refusal.of(code, "maCanBo", "what it must be"));

        assertValid("Problem", doors.ask(LOOKUP, doors.token(), DoorsClient.QUESTION));
    }

    @Test
    void describesTokensAndTokenErrors() {
        assertValid("Token", Tokens.ask(port, "h41-lgsp", "sandbox-h41"));
        assertValid("TokenError", Tokens.ask(port, "h41-lgsp", "wrong"));
        assertValid("TokenError", Tokens.ask(port, "x01-held", "secret-held"));
        assertValid("KeySet", doors.send("GET /oauth2/jwks", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dmdc/AllCategory", "/dmdc/Metadata/madantoc", "/dmdc/Category/donvihanhchinhcap3"})
    void describesTheCatalogues(String path) {
        String operation = path.replaceAll("/(Metadata|Category)/.*", "/$1/{code}");
        String schema =
                "/paths/" + operation.replace("/", "~1") + "/get/responses/200/content/application~1json/schema";

        RawHttp.Answer answer = doors.get(path, doors.token());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(CONTRACT.findings(schema, DoorsClient.json(answer))).isEmpty();
    }

    static Stream<Example> examples() {
        List<Example> examples = new ArrayList<>();
        collect("", CONTRACT.document(), examples);
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void hasExamplesThatKeepToIt(Example example) {
        assertThat(CONTRACT.findings(example.schema, example.value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {LOOKUP, VERIFY, HOUSEHOLD})
    void hasExampleQuestionsThatTheDoorReads(String path) {
        inquiries.answer(FullAnswers::empty);
        String start = "/paths/" + path.replace("/", "~1") + "/post/requestBody";

        List<Example> questions =
                examples().filter(example -> example.schema.startsWith(start)).toList();

        assertThat(questions).isNotEmpty().allSatisfy(example -> assertThat(
                        doors.ask(path, doors.token(), example.value.toString()).status())
                .isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"maYeuCau\":\"r\",\"maDVC\":\"1\",\"maCanBo\":\"c\",\"hoVaTen\":\"A\",\"soCMND\":\"999\",\"ngaySinh\":\"1990\"}",
                "{\"maYeuCau\":\"r\",\"maDVC\":\"1\",\"maCanBo\":\"c\",\"hoVaTen\":\"A\",\"soCMND\":\"999000001\",\"ngaySinh\":\"17/05/1990\"}",
                "{\"maYeuCau\":\"r\",\"maDVC\":\"1\",\"maCanBo\":\"c\",\"hoVaTen\":\"A\",\"soCMND\":999000001,\"ngaySinh\":\"1990\"}",
                "{\"maYeuCau\":\"r\",\"maDVC\":\"1\",\"maCanBo\":\"c\",\"hoVaTen\":\"A\",\"soCMND\":\"999000001\",\"ngaySinh\":\"1990\",\"la\":\"1\"}",
                "[]"
            })
    void refusesWhatTheDoorRefuses(String question) throws Exception {
        RawHttp.Answer answer = doors.ask(LOOKUP, doors.token(), question);

        assertThat(answer.status()).isEqualTo(400);
        assertValid("Problem", answer);
        JsonNode asked = new com.fasterxml.jackson.databind.ObjectMapper().readTree(question);
        assertThat(CONTRACT.findingsByName("Question", asked)).isNotEmpty();
    }

    /** What the document says in words: the schema of it would be one that many generators cannot read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"ngaySinh\":\"1990\"                                                            | field_missing",
                "\"soCMND\":\"999000001\"                                                         | field_missing",
                "\"soCMND\":\"999000001\",\"ngaySinh\":\"1990\",\"ngayThangNamSinh\":\"1990\"     | field_duplicated"
            })
    void refusesWhatTheDocumentForbidsInWords(String rest, String code) {
        RawHttp.Answer answer = doors.ask(
                LOOKUP,
                doors.token(),
                "{\"maYeuCau\":\"r\",\"maDVC\":\"1\",\"maCanBo\":\"c\",\"hoVaTen\":\"A\"," + rest + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(DoorsClient.code(answer)).isEqualTo(code);
        assertThat(CONTRACT.document()
                        .at("/components/schemas/Question/description")
                        .asText())
                .contains(code);
    }

    /** One example and the pointer of the schema beside it. */
    record Example(String schema, JsonNode value) {
        @Override
        public String toString() {
            return schema;
        }
    }

    private static void collect(String path, JsonNode node, List<Example> into) {
        if (node.has("schema") && node.has("example")) {
            into.add(new Example(path + "/schema", node.get("example")));
        }
        if (node.has("schema") && node.has("examples")) {
            node.get("examples").forEach(each -> into.add(new Example(path + "/schema", each.get("value"))));
        }
        node.fields()
                .forEachRemaining(each -> collect(
                        path + "/" + each.getKey().replace("~", "~0").replace("/", "~1"), each.getValue(), into));
    }

    private static Set<String> documented() {
        Set<String> operations = new TreeSet<>();
        CONTRACT.document().path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    private static Set<String> operations(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .filter(path -> !NOT_FOR_PARTNERS.contains(path))
                .flatMap(path ->
                        mapping.getMethodsCondition().getMethods().stream().map(method -> method + " " + path))
                .collect(Collectors.toSet());
    }

    private static void assertValid(String schema, RawHttp.Answer answer) {
        assertThat(CONTRACT.findingsByName(schema, DoorsClient.json(answer)))
                .as(answer.body())
                .isEmpty();
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(each -> strings.add(each.asText()));
        return strings;
    }
}
