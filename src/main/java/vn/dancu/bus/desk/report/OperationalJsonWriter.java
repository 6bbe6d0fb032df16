package vn.dancu.bus.desk.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import vn.dancu.bus.audit.inspection.report.OperationalField;

/** Writes operational records as JSON Lines; the last line holds the number of records. */
final class OperationalJsonWriter implements OperationalWriter {

    private final JsonGenerator json;
    private long written;

    OperationalJsonWriter(OutputStream out) {
        try {
            json = JsonFactory.builder()
                    .build()
                    .createGenerator(out)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.setRootValueSeparator(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void record(Map<OperationalField, Object> values) {
        try {
            json.writeStartObject();
            for (Map.Entry<OperationalField, Object> value : values.entrySet()) {
                json.writeFieldName(value.getKey().fieldName());
                value(value.getValue());
            }
            json.writeEndObject();
            json.writeRaw('\n');
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void value(Object value) throws IOException {
        if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else {
            json.writeString(value.toString());
        }
    }

    @Override
    public void finish() {
        try {
            json.writeStartObject();
            json.writeNumberField("records", written);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
