package vn.dancu.bus.hub.mapping;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.hub.MappedField;
import vn.dancu.bus.hub.MappingEntry;
import vn.dancu.bus.hub.MappingFlaw;
import vn.dancu.bus.hub.Mappings;

/** A mapping as comma-separated text (RFC 4180), as spreadsheets write and read it. */
final class MappingFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FILE = "file";
    private static final int FIELD = 0;
    private static final int LOCAL = 1;
    private static final int NATIONAL = 2;

    /** More flaws help nobody. */
    private static final int MAX_FLAWS = 1_000;

    private final List<MappingEntry> entries = new ArrayList<>();
    private final List<MappingFlaw> flaws = new ArrayList<>();
    private final Set<MappingEntry.Key> keys = new HashSet<>();
    private long lastLine;

    private MappingFile() {}

    static MappingFile read(String text) {
        MappingFile file = new MappingFile();
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)) {
            file.take(lines);
        } catch (CsvParseException e) {
            file.flaw(Math.max(1, file.lastLine + 1), FILE, "comma-separated text whose quotation marks are closed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    List<MappingEntry> entries() {
        return entries;
    }

    /** In the order of the lines; empty when the file can be taken. */
    List<MappingFlaw> flaws() {
        return flaws;
    }

    static String write(List<MappingEntry> entries) {
        StringWriter text = new StringWriter();
        try (CsvWriter lines = CsvWriter.builder().build(text)) {
            lines.writeRecord(Mappings.COLUMNS);
            entries.forEach(entry -> lines.writeRecord(entry.field().wire(), entry.local(), entry.national()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void take(CsvReader<CsvRecord> lines) {
        boolean headed = false;
        for (CsvRecord line : lines) {
            lastLine = line.getStartingLineNumber();
            if (flaws.size() >= MAX_FLAWS) {
                return;
            }
            if (!headed) {
                headed = true;
                if (!line.getFields().equals(Mappings.COLUMNS)) {
                    flaw(lastLine, FILE, "a header " + String.join(",", Mappings.COLUMNS));
                    return;
                }
            } else {
                take(line);
            }
        }
        if (!headed) {
            flaw(1, FILE, "a header " + String.join(",", Mappings.COLUMNS));
        }
    }

    private void take(CsvRecord line) {
        if (line.getFieldCount() != Mappings.COLUMNS.size()) {
            flaw(lastLine, FILE, Mappings.COLUMNS.size() + " columns");
            return;
        }
        String local = line.getField(LOCAL).strip();
        String national = line.getField(NATIONAL).strip();
        Optional<MappedField> field = MappedField.byWire(line.getField(FIELD).strip());
        if (field.isEmpty()) {
            flaw(lastLine, "field", "MaCanBo, MaDVC or MaDonVi");
            return;
        }
        checkCodes(field.get(), local, national);
        MappingEntry entry = new MappingEntry(field.get(), local, national);
        if (!keys.add(entry.key())) {
            flaw(lastLine, "local", "each code of a field once");
        }
        entries.add(entry);
        if (entries.size() == Mappings.MAX_ENTRIES + 1) {
            flaw(lastLine, FILE, "at most " + Mappings.MAX_ENTRIES + " lines");
        }
    }

    private void checkCodes(MappedField field, String local, String national) {
        if (!field.admitsLocal(local)) {
            flaw(lastLine, "local", field.rule() + ", or *");
        }
        if (!field.admitsNational(national)) {
            flaw(lastLine, "national", field.rule() + "; neither * nor -");
        }
    }

    private void flaw(long line, String field, String rule) {
        flaws.add(new MappingFlaw(line, field, rule));
    }
}
