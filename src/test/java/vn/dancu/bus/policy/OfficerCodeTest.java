package vn.dancu.bus.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** MaCanBo has one form, whoever writes it down. */
class OfficerCodeTest {

    private static final Pattern OF_THE_SCHEMA = Pattern.compile(schemaPattern());

    @ParameterizedTest
    @ValueSource(
            strings = {"canbo01", "can.bo@tinh", "_a", "-", ".", "@", "a b", "", "cán", "a/b", "a\n", "999080000001"})
    void hasTheFormOfTheSchema(String code) {
        assertThat(OfficerCode.isValid(code))
                .isEqualTo(OF_THE_SCHEMA.matcher(code).matches())
                .isEqualTo(Pattern.compile(contractPattern("Account"))
                        .matcher(code)
                        .matches());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canbo01",
                "can.bo@tinh",
                "_a",
                "1a",
                "12345678",
                "1234567890",
                "1@",
                "@1",
                "999456789",
                "999456789012"
            })
    void isAtTheOfficerApiTheSameWithoutPersonalNumbers(String code) {
        assertThat(Pattern.compile(contractPattern("OfficerCode")).matcher(code).matches())
                .isEqualTo(OfficerCode.isValid(code) && !OfficerCode.isPersonalNumber(code));
    }

    @Test
    void isAtMost64Long() {
        assertThat(OfficerCode.isValid("a".repeat(64))).isTrue();
        assertThat(OfficerCode.isValid("a".repeat(65))).isFalse();
    }

    private static String schemaPattern() {
        var type = Pattern.compile("name=\"TaiKhoan\">.*?<xs:pattern value=\"([^\"]+)\"", Pattern.DOTALL)
                .matcher(text("schemas/population/v1/request.xsd"));
        assertThat(type.find()).isTrue();
        return type.group(1);
    }

    private static String contractPattern(String schema) {
        Map<?, ?> document = new Yaml().load(text("schemas/openapi/v1.yaml"));
        Map<?, ?> schemas = (Map<?, ?>) ((Map<?, ?>) document.get("components")).get("schemas");
        return String.valueOf(((Map<?, ?>) schemas.get(schema)).get("pattern"));
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
