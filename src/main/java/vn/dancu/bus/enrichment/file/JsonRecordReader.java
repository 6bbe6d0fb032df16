package vn.dancu.bus.enrichment.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;
import vn.dancu.bus.enrichment.SourceRecord;
import vn.dancu.bus.enrichment.file.text.BoundedLines;
import vn.dancu.bus.enrichment.file.text.DecodedText;

/** The records of a file with one JSON object a line; numbers keep the digits that are written. Blank lines are none. */
final class JsonRecordReader implements RecordReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final DecodedText text;
    private final BoundedLines lines;
    private final ColumnOrder columns;
    private long count;

    JsonRecordReader(DecodedText text, FileProfile profile, FileLimits limits) {
        this.text = text;
        this.lines = new BoundedLines(text, limits.recordLength());
        this.columns = new ColumnOrder(profile.columns());
    }

    @Override
    public @Nullable SourceRecord read() throws IOException {
        try {
            String line = lines.read();
            while (line != null && line.isBlank()) {
                line = lines.read();
            }
            if (line == null) {
                requireRecords();
                return null;
            }
            count++;
            return parsed(line);
        } catch (FileFaultException e) {
            throw e.at(lines.number());
        }
    }

    private void requireRecords() {
        if (count == 0) {
            throw new FileFaultException(FileFault.FILE_EMPTY, 0, "");
        }
    }

    private SourceRecord parsed(String line) throws IOException {
        @Nullable String[] values = new String[columns.size()];
        RefusalReason flaw = null;
        try (JsonParser json = JSON.createParser(line)) {
            flaw = fill(json, values) ? null : RefusalReason.RECORD_MALFORMED;
        } catch (JsonProcessingException e) {
            if (text.isCut()) {
                throw new FileFaultException(FileFault.FILE_CUT, lines.number(), "");
            }
            flaw = RefusalReason.RECORD_MALFORMED;
        }
        return new SourceRecord(lines.number(), Arrays.asList(values), flaw);
    }

    private boolean fill(JsonParser json, @Nullable String[] values) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            int place = columns.placeOf(json.currentName());
            JsonToken value = json.nextToken();
            if (place == ColumnOrder.IGNORED) {
                json.skipChildren();
            } else if (!value.isScalarValue() || values[place] != null) {
                return false;
            } else if (value != JsonToken.VALUE_NULL && !json.getText().isEmpty()) {
                values[place] = json.getText();
            }
        }
        return json.nextToken() == null;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
