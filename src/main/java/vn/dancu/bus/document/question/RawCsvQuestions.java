package vn.dancu.bus.document.question;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageLimits;

/** The rows of a list of people (RFC 4180), each as the JSON question that it stands for. */
final class RawCsvQuestions implements RawQuestions {

    private static final JsonFactory JSON = new JsonFactory();
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int MAX_HEADING = 4096;
    private static final int MAX_COLUMNS = 40;
    private static final Pattern VIETNAMESE_DAY = Pattern.compile("([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})");
    private static final Pattern LIST_SEPARATOR = Pattern.compile("[\\s,;|]+");

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> rows;
    private final Map<ListColumn, Integer> columns;
    private final Map<ListColumn, String> ofList = new EnumMap<>(ListColumn.class);
    private final String idPrefix;
    private int number;
    private @Nullable CsvRecord row;

    RawCsvQuestions(BufferedReader text, String idPrefix) throws IOException {
        this.idPrefix = idPrefix;
        this.reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MAX_COLUMNS)
                                .maxFieldSize(MessageLimits.DEFAULT.textLength())
                                .build(),
                        text);
        this.rows = reader.iterator();
        CsvRecord heading = nextRow();
        this.columns = heading == null ? Map.of() : columns(heading.getFields());
    }

    @Override
    public boolean next() throws IOException {
        row = nextRow();
        number++;
        if (row != null && number == 1) {
            for (ListColumn column : columns.keySet()) {
                if (column.isOfList()) {
                    ofList.put(column, cell(column));
                }
            }
        }
        return row != null;
    }

    @Override
    public String requestId() {
        String given = cell(ListColumn.MA_YEU_CAU);
        return given.isEmpty() ? idPrefix + number : given;
    }

    @Override
    public byte[] document() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (ListColumn column : columns.keySet()) {
                String value = cell(column);
                if (!value.isEmpty() && column != ListColumn.STT && column != ListColumn.MA_YEU_CAU) {
                    json.writeFieldName(column.property());
                    write(json, column, value);
                }
            }
            json.writeStringField(ListColumn.MA_YEU_CAU.property(), requestId());
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, ListColumn column, String value) throws IOException {
        switch (column) {
            case NGAY_SINH -> json.writeString(day(value));
            case TRUONG -> {
                json.writeStartArray();
                for (String field : LIST_SEPARATOR.split(value)) {
                    json.writeString(field);
                }
                json.writeEndArray();
            }
            default -> json.writeString(value);
        }
    }

    /** 04/09/1990 as 1990-09-04; everything else as it is, for the question's own rules. */
    private static String day(String value) {
        Matcher day = VIETNAMESE_DAY.matcher(value);
        return day.matches() ? day.group(3) + "-" + twoDigits(day.group(2)) + "-" + twoDigits(day.group(1)) : value;
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    @Override
    public String shown(String property) {
        for (ListColumn column : columns.keySet()) {
            if (column.property().equals(property)) {
                return column.heading();
            }
        }
        return property;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private String cell(ListColumn column) {
        Integer at = columns.get(column);
        String value = at == null || row == null ? "" : row.getField(at).strip();
        return value.isEmpty() ? ofList.getOrDefault(column, "") : value;
    }

    private @Nullable CsvRecord nextRow() throws IOException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            // Its words repeat cells.
            throw malformed();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private BusException malformed() {
        return BusException.of(
                ErrorCode.MESSAGE_MALFORMED,
                "/",
                "CSV by RFC 4180: each row with as many cells as the heading, quotation marks closed; row " + number
                        + " was the last that could be read");
    }

    private static Map<ListColumn, Integer> columns(List<String> heading) {
        Map<ListColumn, Integer> columns = new EnumMap<>(ListColumn.class);
        for (int i = 0; i < heading.size(); i++) {
            Optional<ListColumn> column = ListColumn.of(heading.get(i));
            int number = i + 1;
            if (columns.putIfAbsent(column.orElseThrow(() -> unknown(number)), i) != null) {
                throw BusException.of(ErrorCode.FIELD_DUPLICATED, column.get().heading(), "one column of each kind");
            }
        }
        require(columns, ListColumn.HO_VA_TEN);
        require(columns, ListColumn.MA_CAN_BO);
        require(columns, ListColumn.DICH_VU);
        if (!columns.containsKey(ListColumn.SO_CMND)) {
            require(columns, ListColumn.SO_DINH_DANH);
        }
        return columns;
    }

    private static BusException unknown(int number) {
        return BusException.of(
                ErrorCode.FIELD_UNKNOWN, "column " + number, "a heading of the list of columns in PR-DOCUMENT");
    }

    private static void require(Map<ListColumn, Integer> columns, ListColumn column) {
        if (!columns.containsKey(column)) {
            throw BusException.of(ErrorCode.FIELD_MISSING, column.heading(), "a column of that heading");
        }
    }

    /** Programs of a Vietnamese desktop write a semicolon; the heading has no separator in quotes. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(MAX_HEADING);
        char[] head = new char[MAX_HEADING];
        int length = 0;
        int read = text.read(head, 0, head.length);
        while (read > 0) {
            length += read;
            read = text.read(head, length, head.length - length);
        }
        text.reset();
        String heading = new String(head, 0, length).lines().findFirst().orElse("");
        char best = ',';
        for (char separator : SEPARATORS) {
            if (count(heading, separator) > count(heading, best)) {
                best = separator;
            }
        }
        return best;
    }

    private static long count(String text, char separator) {
        return text.chars().filter(c -> c == separator).count();
    }
}
