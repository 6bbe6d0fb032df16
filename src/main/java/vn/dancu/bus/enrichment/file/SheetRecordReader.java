package vn.dancu.bus.enrichment.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;
import vn.dancu.bus.enrichment.SourceRecord;

/**
 * The records of the first visible sheet of a workbook. A number keeps the digits that the workbook has, whatever its cell shows; a
 * formula reads as {@code =}, which every check refuses by its name. Rows without a value are none.
 */
final class SheetRecordReader implements RecordReader {

    private static final String FORMULA = "=";
    private static final int LETTERS = 26;

    private final InputStream file;
    private final Workbook workbook;
    private final XMLStreamReader xml;
    private final FileProfile.Layout layout;
    private final FileLimits limits;
    private final ColumnOrder columns;
    private final List<@Nullable String> cells = new ArrayList<>();
    private int @Nullable [] places;
    private int length;
    private long row;
    private long count;

    SheetRecordReader(InputStream file, FileProfile profile, FileLimits limits) throws IOException {
        this.file = file;
        this.layout = profile.layout();
        this.limits = limits;
        this.columns = new ColumnOrder(profile.columns());
        this.places = layout.order().isEmpty() ? null : columns.declared(layout.order());
        try {
            this.workbook = new Workbook(file, limits);
            this.xml = workbook.sheet();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    @Override
    public @Nullable SourceRecord read() throws IOException {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    SourceRecord next = nextRow();
                    if (next != null) {
                        count++;
                        return next;
                    }
                }
            }
        } catch (FileFaultException e) {
            throw e.at(row);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
        if (places == null) {
            throw new FileFaultException(FileFault.FILE_EMPTY, 0, "");
        }
        return null;
    }

    /** Null for the header, what stands before it, and a row without a value. */
    private @Nullable SourceRecord nextRow() throws XMLStreamException {
        String number = xml.getAttributeValue(null, "r");
        row = number == null ? row + 1 : whole(number);
        readCells();
        boolean isEmpty = cells.stream().allMatch(cell -> cell == null || cell.isBlank());
        if (isEmpty || (places == null && row < layout.headerLine())) {
            return null;
        }
        if (places == null) {
            places = columns.ofHeader(
                    cells.stream().map(cell -> cell == null ? "" : cell).toList(), row, null);
            return null;
        }
        return record(places);
    }

    private SourceRecord record(int[] order) {
        @Nullable String[] values = new String[columns.size()];
        boolean wider = false;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (i >= order.length) {
                wider |= cell != null && !cell.isBlank();
            } else if (order[i] != ColumnOrder.IGNORED) {
                values[order[i]] = cell;
            }
        }
        RefusalReason flaw =
                wider ? RefusalReason.COLUMNS_WRONG : columns.isHeader(values) ? RefusalReason.HEADER_REPEATED : null;
        return new SourceRecord(row, Arrays.asList(values), flaw);
    }

    private void readCells() throws XMLStreamException {
        cells.clear();
        length = 0;
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("row"))) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"));
                if (column >= limits.columns()) {
                    throw new FileFaultException(FileFault.COLUMNS_TOO_MANY, row, "");
                }
                while (cells.size() <= column) {
                    cells.add(null);
                }
                cells.set(column, cell(String.valueOf(xml.getAttributeValue(null, "t"))));
            }
        }
    }

    /** From 0, out of such as {@code AB12}; the next one where the cell does not say it. */
    private int column(@Nullable String reference) {
        if (reference == null) {
            return cells.size();
        }
        int column = 0;
        for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
            column = Math.min(column * LETTERS + reference.charAt(i) - 'A' + 1, limits.columns() + 1);
        }
        return column - 1;
    }

    private @Nullable String cell(String type) throws XMLStreamException {
        String value = null;
        boolean isFormula = false;
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("c"))) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> isFormula = true;
                    case "v" -> value = value(type, xml.getElementText());
                    case "is" -> value = Workbook.richText(xml, "is", limits.recordLength());
                    default -> {}
                }
            }
        }
        length += value == null ? 0 : value.length();
        if (length > limits.recordLength()) {
            throw new FileFaultException(FileFault.RECORD_TOO_LONG, row, "");
        }
        return isFormula ? FORMULA : value == null || value.isEmpty() ? null : value;
    }

    private @Nullable String value(String type, String written) {
        if (!type.equals("s")) {
            return written;
        }
        return workbook.text(whole(written));
    }

    private int whole(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new FileFaultException(FileFault.FORMAT_INVALID, row, "");
        }
    }

    private static FileFaultException failure(XMLStreamException e) throws IOException {
        if (e.getCause() instanceof EOFException) {
            return new FileFaultException(FileFault.FILE_CUT, 0, "");
        }
        if (e.getCause() instanceof ZipException) {
            return new FileFaultException(FileFault.CONTAINER_INVALID, 0, "");
        }
        if (e.getCause() instanceof IOException failure) {
            throw failure;
        }
        return PlainXml.fault(e);
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
