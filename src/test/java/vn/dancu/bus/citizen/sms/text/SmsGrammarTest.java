package vn.dancu.bus.citizen.sms.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import vn.dancu.bus.kernel.YamlFileException;

class SmsGrammarTest {

    @Test
    void isAsItsSchemaSays() throws IOException {
        assertThat(schema().validate(tree(PublishedGrammar.text()))).isEmpty();
    }

    /** What the reader refuses the schema refuses too, as far as a schema can say it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prefixes: [DC]                | prefixes: []                 | must have a word                  | true",
                "prefixes: [DC]                | prefixes: [D1]               | must be one word                  | false",
                "  stop: [NGUNG, STOP, DUNG]   | stop: [NGUNG, hd]           | stands twice                      | false",
                "  stop: [NGUNG, STOP, DUNG]   | halt: [NGUNG]               | is no key here                    | true",
                "trong {minutes} phút          | trong {seconds} giây         | must have in braces: code, minutes | false",
                "field: HoVaTen                | field: NhomMau               | must be one of                    | true",
                "field: HoVaTen                | field: GioiTinh              | stands twice                      | false",
                "vi: Họ tên, en: Name          | vi: Họ tên                   | must have en                      | true"
            })
    void refusesAWrongFileWithPlaceAndRule(String right, String wrong, String rule, boolean bySchema)
            throws IOException {
        String text = PublishedGrammar.text().replace(right, wrong);
        assertThat(text).isNotEqualTo(PublishedGrammar.text());

        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> SmsGrammarReader.read("sms.yaml", text))
                .withMessageContaining(rule);
        assertThat(schema().validate(tree(text)).isEmpty()).isEqualTo(!bySchema);
    }

    private static JsonNode tree(String yaml) {
        return new ObjectMapper().valueToTree(new Yaml().load(yaml));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("schemas/citizen-sms/v1/grammar.schema.json")));
    }
}
