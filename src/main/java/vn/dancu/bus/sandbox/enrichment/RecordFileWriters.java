package vn.dancu.bus.sandbox.enrichment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.dancu.bus.enrichment.SourceColumn;
import vn.dancu.bus.enrichment.file.FileProfile;
import vn.dancu.bus.enrichment.file.TextEncoding;

/** A writer for each format; titles are the first ones that the source has for its columns. */
final class RecordFileWriters {

    private static final int BUFFER = 64 * 1024;
    private static final int ROWS_IN_MEMORY = 500;
    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    static RecordFileWriter open(FileProfile profile, OutputStream out) throws IOException {
        TextEncoding encoding = Objects.requireNonNullElse(profile.encoding(), TextEncoding.UTF_8);
        return switch (profile.format()) {
            case CSV -> new Csv(profile, text(encoding, out), encoding);
            case JSON_LINES -> new Json(profile, text(encoding, out));
            case XML -> new Xml(profile, text(encoding, out), encoding);
            case XLSX -> new Sheet(profile, out);
        };
    }

    private static Writer text(TextEncoding encoding, OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, encoding.charset()), BUFFER);
    }

    private static String title(SourceColumn column) {
        return column.titles().isEmpty() ? column.name() : column.titles().get(0);
    }

    private static List<String> encodable(List<String> values, TextEncoding encoding) {
        return encoding == TextEncoding.WINDOWS_1258
                ? values.stream().map(Windows1258Text::of).toList()
                : values;
    }

    private record Csv(CsvWriter csv, TextEncoding encoding) implements RecordFileWriter {

        Csv(FileProfile profile, Writer text, TextEncoding encoding) {
            this(
                    CsvWriter.builder()
                            .fieldSeparator(profile.layout().delimiter())
                            .lineDelimiter(LineDelimiter.LF)
                            .build(text),
                    encoding);
            write(profile.columns().stream().map(RecordFileWriters::title).toList());
        }

        @Override
        public void write(List<String> values) {
            csv.writeRecord(encodable(values, encoding));
        }

        @Override
        public void finish() throws IOException {
            csv.flush();
        }
    }

    private record Json(FileProfile profile, JsonGenerator json) implements RecordFileWriter {

        Json(FileProfile profile, Writer text) throws IOException {
            this(profile, JSON.createGenerator(text).setPrettyPrinter(new MinimalPrettyPrinter("\n")));
        }

        @Override
        public void write(List<String> values) throws IOException {
            json.writeStartObject();
            for (int i = 0; i < values.size(); i++) {
                if (!values.get(i).isEmpty()) {
                    json.writeStringField(profile.columns().get(i).name(), values.get(i));
                }
            }
            json.writeEndObject();
        }

        @Override
        public void finish() throws IOException {
            json.writeRaw('\n');
            json.flush();
        }
    }

    private record Xml(FileProfile profile, XMLStreamWriter xml, TextEncoding encoding) implements RecordFileWriter {

        Xml(FileProfile profile, Writer text, TextEncoding encoding) throws IOException {
            this(profile, writer(text), encoding);
        }

        private static XMLStreamWriter writer(Writer text) throws IOException {
            try {
                XMLStreamWriter xml = XML.createXMLStreamWriter(text);
                xml.writeStartElement("DanhSach");
                return xml;
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void write(List<String> values) throws IOException {
            List<String> texts = encodable(values, encoding);
            try {
                xml.writeCharacters("\n");
                xml.writeStartElement(Objects.requireNonNull(profile.layout().recordElement()));
                for (int i : IntStream.range(0, texts.size()).toArray()) {
                    if (!texts.get(i).isEmpty()) {
                        xml.writeStartElement(profile.columns().get(i).name());
                        xml.writeCharacters(texts.get(i));
                        xml.writeEndElement();
                    }
                }
                xml.writeEndElement();
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void finish() throws IOException {
            try {
                xml.writeEndElement();
                xml.flush();
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }
    }

    private static final class Sheet implements RecordFileWriter {

        private final Workbook workbook;
        private final Worksheet sheet;
        private int next;

        Sheet(FileProfile profile, OutputStream out) throws IOException {
            workbook = new Workbook(out, "DanCu Bus", "1.0");
            sheet = workbook.newWorksheet("Danh sách");
            write(profile.columns().stream().map(RecordFileWriters::title).toList());
        }

        @Override
        public void write(List<String> values) throws IOException {
            for (int i = 0; i < values.size(); i++) {
                if (!values.get(i).isEmpty()) {
                    sheet.value(next, i, values.get(i));
                }
            }
            next++;
            if (next % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }

        @Override
        public void finish() throws IOException {
            sheet.finish();
            workbook.finish();
        }
    }

    private RecordFileWriters() {}
}
