package vn.dancu.bus.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.trace.Traces;

class EventRowEncoderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventRowEncoder encoder = new EventRowEncoder(Trail.BOX, Trail.MASTER_KEY_ITSELF, Traces.NONE);
    private final JsonSchema schema = schema();

    @Test
    void encodesAnAnswerAsTheSchemaSays() throws IOException {
        assertThat(schema.validate(event(Trail.record()))).isEmpty();
    }

    @Test
    void encodesARefusalOfSomebodyUnknownAsTheSchemaSays() throws IOException {
        JsonNode event = event(Trail.refusalOfAnUnknown());

        assertThat(schema.validate(event)).isEmpty();
        assertThat(event.has("subject")).isFalse();
        assertThat(event.get("data").has("partner")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\u0000", "\ud800", "a\udc00b", "đ", "\uD83D\uDE00", "\"}]", "\r\n\t\u001b[31m", "\u2028"})
    void encodesAnyOfficerAsTheSchemaSays(String officer) throws IOException {
        assertThat(schema.validate(event(Trail.record("h41-lgsp", officer, null))))
                .isEmpty();
        assertThat(schema.validate(event(Trail.record("h41-lgsp", officer.repeat(1000), null))))
                .isEmpty();
    }

    @Test
    void givesTheSamePersonTheSameHashAndNeverTheSameSeal() {
        EventRow one = encoder.encode(Trail.record());
        EventRow other = encoder.encode(Trail.record());

        assertThat(one.personHash()).isEqualTo(other.personHash());
        assertThat(one.personSealed()).isNotEqualTo(other.personSealed());
    }

    private JsonNode event(AuditRecord record) throws IOException {
        return JSON.readTree(encoder.encode(record).event());
    }

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("schemas/event/v1/audit.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
