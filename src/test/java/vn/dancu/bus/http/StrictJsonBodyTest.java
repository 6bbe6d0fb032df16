package vn.dancu.bus.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

class StrictJsonBodyTest {

    record Letter(String subject, int pages, boolean urgent, @Nullable LocalDate date, List<Person> people) {}

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
                "``|field_invalid|body",
                "[]|field_invalid|body",
                "[[[[[[[[[[[[[[[[[[[[[[[[|depth_limit_exceeded|body"
            })
    void refusesWhatBreaksTheContractByNameAndPlace(String body, String code, String field) {
        Refusal refusal = refusal(request(body));

        assertThat(refusal.code().code()).isEqualTo(code);
        assertThat(refusal.field()).isEqualTo(field);
    }

    @Test
    void refusesOtherMediaTypes() {
        MockHttpServletRequest form = request(WHOLE);
        form.setContentType("application/x-www-form-urlencoded");
        MockHttpServletRequest latin = request(WHOLE);
        latin.setContentType("application/json;charset=iso-8859-1");

        assertThat(List.of(form, latin))
                .allSatisfy(it -> assertThat(refusal(it).code()).isEqualTo(ErrorCode.MEDIA_TYPE_UNSUPPORTED));
    }

    @Test
    void refusesWhatIsNotUtf8() {
        MockHttpServletRequest request = request("");
        request.setContent("{\"subject\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));

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

    private static MockHttpServletRequest request(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/admin/letters");
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
