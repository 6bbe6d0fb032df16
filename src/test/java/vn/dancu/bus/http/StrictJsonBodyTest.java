package vn.dancu.bus.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

class StrictJsonBodyTest {

    record Letter(String subject, int pages, boolean urgent, @Nullable LocalDate date, List<Person> people) {}

    record Meeting(Instant at) {}

    record Person(String name, @Nullable Map<String, String> more) {}

    private static final String WHOLE =
            """
            {"subject": "Xin kết nối", "pages": 2, "urgent": false, "date": "2026-11-24",
             "people": [{"name": "Nguyễn Văn A", "more": {"phone": "024"}}, {"name": "B"}]}""";

    @Test
    void readsWhatTheContractSays() {
        Letter letter = StrictJsonBody.OF_ADMINISTRATION.read(request(WHOLE), Letter.class);

        assertThat(letter)
                .isEqualTo(new Letter(
                        "Xin kết nối",
                        2,
                        false,
                        LocalDate.of(2026, 11, 24),
                        List.of(new Person("Nguyễn Văn A", Map.of("phone", "024")), new Person("B", null))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"subject\":\"s\",\"pages\":2,\"urgent\":false}|field_missing|people",
                "{\"subject\":null,\"pages\":2,\"urgent\":false,\"people\":[]}|field_missing|subject",
                "{\"subject\":\"s\",\"pages\":2,\"urgent\":false,\"people\":[{}]}|field_missing|people[0].name",
                "{\"subject\":\"s\",\"pages\":2,\"urgent\":false,\"people\":[null]}|field_invalid|people[0]",
                "{\"subject\":\"s\",\"pages\":2,\"urgent\":false,\"people\":[],\"a<b\":1}|field_unknown|a_b",
                "{\"subject\":\"s\",\"pages\":2,\"urgent\":false,\"people\":[{\"name\":\"n\",\"x\":1}]}|field_unknown|people[0].x",
                "{\"subject\":7,\"pages\":2,\"urgent\":false,\"people\":[]}|field_invalid|subject",
                "{\"subject\":\"s\",\"pages\":\"2\",\"urgent\":false,\"people\":[]}|field_invalid|pages",
                "{\"subject\":\"s\",\"pages\":2.5,\"urgent\":false,\"people\":[]}|field_invalid|pages",
                "{\"subject\":\"s\",\"pages\":99999999999,\"urgent\":false,\"people\":[]}|field_invalid|pages",
                "{\"subject\":\"s\",\"pages\":2,\"urgent\":0,\"people\":[]}|field_invalid|urgent",
                "{\"subject\":\"s\",\"pages\":2,\"urgent\":false,\"date\":\"\",\"people\":[]}|field_invalid|date",
                "{\"subject\":\"s\",\"pages\":2,\"urgent\":false,\"date\":\"2026-02-30\",\"people\":[]}|field_invalid|date",
                "{\"subject\":\"s\",\"pages\":2,\"urgent\":false,\"people\":{}}|field_invalid|people",
                "{\"subject\":\"s\",\"subject\":\"t\"}|field_duplicated|body",
                "{\"subject\":\"s\",|message_malformed|body",
                "{} {}|message_malformed|body",
                "``|message_malformed|body",
                "` `|message_malformed|body",
                "[]|message_invalid|body",
                "\"x\"|message_invalid|body",
                "null|message_invalid|body",
                "1e400|message_invalid|body",
                "[}|message_malformed|body",
                "{\"subject\":\"a\\u0000\",\"pages\":2}|field_invalid|subject",
                "{\"people\":[{\"name\":\"\\ud800\"}]}|field_invalid|people[0].name",
                "{\"people\":[{\"more\":{\"a\\u0000\":\"\"}}]}|field_invalid|people[0].more",
                "{\"subject\":\"s\",\"pages\":1e400,\"urgent\":false,\"people\":[]}|field_invalid|pages",
                "{\"pages\":99999999999999999999999999999999999999999}|number_limit_exceeded|body",
                "[[[[[[[[[[[[[[[[[[[[[[[[|depth_limit_exceeded|body"
            })
    void refusesWhatBreaksTheContractByNameAndPlace(String body, String code, String field) {
        Refusal refusal = refusal(request(body));

        assertThat(refusal.code().code()).isEqualTo(code);
        assertThat(refusal.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "0000-12-31T23:59:59Z",
                "9999-12-31T23:59:59-12:00",
                "2026-01-01T00:00:00"
            })
    void refusesATimeOutsideTheBoundsByItsRule(String time) {
        Refusal refusal = catchThrowableOfType(
                        BusException.class,
                        () -> StrictJsonBody.OF_ADMINISTRATION.read(
                                request("{\"at\":\"" + time + "\"}"), Meeting.class))
                .refusal();

        assertThat(refusal.code()).isEqualTo(ErrorCode.FIELD_INVALID);
        assertThat(refusal.field()).isEqualTo("at");
        assertThat(refusal.rule()).contains("year from 0001 to 9999");
    }

    @Test
    void takesTheFirstAndTheLastTime() {
        for (String time : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z")) {
            assertThat(StrictJsonBody.OF_ADMINISTRATION
                            .read(request("{\"at\":\"" + time + "\"}"), Meeting.class)
                            .at())
                    .isEqualTo(time);
        }
    }

    @Test
    void refusesOtherMediaTypes() {
        for (String type : List.of("application/x-www-form-urlencoded", "", ";charset=utf-8", "application/jsonp")) {
            assertThat(refusal(typed(type)).code()).as(type).isEqualTo(ErrorCode.MEDIA_TYPE_UNSUPPORTED);
        }
    }

    @Test
    void refusesAnotherCharsetAndTakesEverySpellingOfUtf8() {
        for (String charset : List.of("iso-8859-1", "utf-16", "nonsense")) {
            Refusal refusal = refusal(typed("application/json;charset=" + charset));
            assertThat(refusal.code()).as(charset).isEqualTo(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED);
            assertThat(refusal.field()).isEqualTo("Content-Type");
        }
        for (String charset : List.of("utf-8", "UTF8", "\"Utf_8\"", "us-ascii", "")) {
            assertThat(StrictJsonBody.OF_ADMINISTRATION
                            .read(typed("Application/JSON; charset=" + charset), Letter.class)
                            .subject())
                    .isEqualTo("Xin kết nối");
        }
    }

    @Test
    void readsWhatBeginsWithAByteOrderMark() {
        assertThat(StrictJsonBody.OF_PARTNERS
                        .read(request("\uFEFF" + WHOLE), Letter.class)
                        .subject())
                .isEqualTo("Xin kết nối");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        MockHttpServletRequest request = request("");
        request.setContent("{\"subject\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal(request).code()).isEqualTo(ErrorCode.MESSAGE_MALFORMED);

        request.setContent("{}".getBytes(StandardCharsets.UTF_16));
        assertThat(refusal(request).code()).isEqualTo(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED);
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(refusal(request(" ".repeat(256 * 1024) + WHOLE)).code()).isEqualTo(ErrorCode.MESSAGE_TOO_LARGE);
    }

    private static Refusal refusal(MockHttpServletRequest request) {
        return catchThrowableOfType(
                        BusException.class, () -> StrictJsonBody.OF_ADMINISTRATION.read(request, Letter.class))
                .refusal();
    }

    private static MockHttpServletRequest typed(String contentType) {
        MockHttpServletRequest request = request(WHOLE);
        request.setContentType(contentType);
        return request;
    }

    private static MockHttpServletRequest request(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/admin/letters");
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
