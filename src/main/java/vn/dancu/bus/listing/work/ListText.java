package vn.dancu.bus.listing.work;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.listing.ListForm;
import vn.dancu.bus.message.population.field.PropertyNames;
import vn.dancu.bus.register.list.RegisterLists;

/**
 * People as text in one form, UTF-8: head, then pieces, then tail. A workbook is written of CSV when its file is packed; records are JSON
 * lines.
 */
final class ListText {

    private static final String NAMESPACE = "urn:dancu:list:v1";
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().rootValueSeparator((String) null).build();

    private final ListForm form;
    private final List<FieldPath> columns;
    private final PersonTree tree;

    ListText(ListForm form, List<FieldPath> columns) {
        this.form = form;
        this.columns = columns;
        this.tree = new PersonTree(columns);
    }

    byte[] head() {
        return switch (form) {
            case CSV -> csv(List.of(names()));
            case XML -> bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DanhSach xmlns=\"" + NAMESPACE + "\">\n");
            case JSONL, RECORDS, XLSX -> new byte[0];
        };
    }

    byte[] tail() {
        return form == ListForm.XML ? bytes("</DanhSach>\n") : new byte[0];
    }

    byte[] piece(List<RegisterLists.Row> rows) {
        List<List<@Nullable String>> values =
                rows.stream().map(RegisterLists.Row::values).toList();
        return switch (form) {
            case CSV, XLSX -> csv(values);
            case XML -> xml(values);
            case JSONL, RECORDS -> json(values);
        };
    }

    List<@Nullable String> names() {
        return columns.stream().<@Nullable String>map(FieldPath::value).toList();
    }

    private static byte[] csv(List<List<@Nullable String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes(text.toString());
    }

    private byte[] json(List<List<@Nullable String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * rows.size() + 16);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            PersonTree.Target target = new JsonTarget(json);
            for (List<@Nullable String> row : rows) {
                json.writeStartObject();
                tree.write(row, target);
                json.writeEndObject();
                json.writeRaw('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private byte[] xml(List<List<@Nullable String>> rows) {
        StringBuilder text = new StringBuilder(512 * rows.size() + 16);
        PersonTree.Target target = new XmlTarget(text);
        try {
            for (List<@Nullable String> row : rows) {
                text.append("<CongDan>");
                tree.write(row, target);
                text.append("</CongDan>\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes(text.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record JsonTarget(JsonGenerator json) implements PersonTree.Target {

        @Override
        public void open(String element) throws IOException {
            json.writeObjectFieldStart(PropertyNames.property(element));
        }

        @Override
        public void close(String element) throws IOException {
            json.writeEndObject();
        }

        @Override
        public void value(String element, String text) throws IOException {
            json.writeStringField(PropertyNames.property(element), text);
        }
    }

    /** Characters that XML 1.0 cannot have are left out. */
    private record XmlTarget(StringBuilder to) implements PersonTree.Target {

        @Override
        public void open(String element) {
            to.append('<').append(element).append('>');
        }

        @Override
        public void close(String element) {
            to.append("</").append(element).append('>');
        }

        @Override
        public void value(String element, String text) {
            open(element);
            text.codePoints().filter(XmlTarget::isXml).forEach(this::character);
            close(element);
        }

        private void character(int c) {
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '\r' -> to.append("&#13;");
                default -> to.appendCodePoint(c);
            }
        }

        private static boolean isXml(int c) {
            return c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)
                    || c == '\t'
                    || c == '\n'
                    || c == '\r';
        }
    }
}
