package vn.dancu.bus.enrichment.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;
import vn.dancu.bus.enrichment.SourceRecord;
import vn.dancu.bus.enrichment.file.text.DecodedText;

/** The records of a CSV file (RFC 4180). Lines without a character are none. */
final class CsvRecordReader implements RecordReader {

    private final DecodedText text;
    private final CloseableIterator<SourceRecord> rows;
    private final Row row;
    private long count;

    CsvRecordReader(DecodedText text, FileProfile profile, FileLimits limits) {
        this.text = text;
        this.row = new Row(profile, limits);
        this.rows = CsvReader.builder()
                .fieldSeparator(profile.layout().delimiter())
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(limits.recordLength())
                .build(row, text)
                .iterator();
    }

    @Override
    public @Nullable SourceRecord read() throws IOException {
        SourceRecord next = next();
        if (next == null) {
            row.requireHeader();
            return null;
        }
        if (next.flaw() == RefusalReason.COLUMNS_WRONG && !hasNext() && text.isCut()) {
            throw new FileFaultException(FileFault.FILE_CUT, next.line(), "");
        }
        count++;
        return next;
    }

    private @Nullable SourceRecord next() throws IOException {
        return hasNext() ? rows.next() : null;
    }

    private boolean hasNext() throws IOException {
        try {
            return rows.hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw fault(e);
        }
    }

    /** The library has one exception for all; a value that does not fit into its buffer is found by its words. */
    private FileFaultException fault(CsvParseException e) {
        boolean isTooLong = false;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileFaultException known) {
                return known.at(row.line);
            }
            isTooLong |= String.valueOf(cause.getMessage()).contains("maximum buffer size");
        }
        return new FileFaultException(isTooLong ? FileFault.RECORD_TOO_LONG : FileFault.QUOTES_WRONG, row.line, "");
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Puts the values of a line where the source has them. */
    private static final class Row extends AbstractBaseCsvCallbackHandler<SourceRecord> {

        private final FileProfile.Layout layout;
        private final ColumnOrder columns;
        private final FileLimits limits;
        private final List<String> titles = new ArrayList<>();
        private int @Nullable [] places;
        private @Nullable String[] values = {};
        private long line;
        private int length;

        Row(FileProfile profile, FileLimits limits) {
            this.layout = profile.layout();
            this.limits = limits;
            this.columns = new ColumnOrder(profile.columns());
            this.places = layout.order().isEmpty() ? null : columns.declared(layout.order());
        }

        @Override
        protected void handleBegin(long startingLine) {
            line = startingLine;
            length = 0;
            titles.clear();
            values = new String[columns.size()];
        }

        @Override
        protected void handleField(int field, char[] buffer, int offset, int fieldLength, boolean quoted) {
            length += fieldLength;
            if (length > limits.recordLength()) {
                throw new FileFaultException(FileFault.RECORD_TOO_LONG, line, "");
            }
            if (field >= limits.columns()) {
                throw new FileFaultException(FileFault.COLUMNS_TOO_MANY, line, "");
            }
            if (places == null) {
                titles.add(new String(buffer, offset, fieldLength));
            } else if (field < places.length && places[field] != ColumnOrder.IGNORED && fieldLength > 0) {
                values[places[field]] = new String(buffer, offset, fieldLength);
            }
        }

        /** Null for the header and what stands before it, which the reader then leaves out. */
        @Override
        protected @Nullable SourceRecord buildRecord() {
            if (places == null) {
                if (line >= layout.headerLine()) {
                    places = columns.ofHeader(titles, line, layout.delimiter());
                }
                return null;
            }
            return new SourceRecord(line, Arrays.asList(values), flaw(places));
        }

        void requireHeader() {
            if (places == null) {
                throw new FileFaultException(FileFault.FILE_EMPTY, 0, "");
            }
        }

        private @Nullable RefusalReason flaw(int[] order) {
            if (getFieldCount() != order.length) {
                return RefusalReason.COLUMNS_WRONG;
            }
            return columns.isHeader(values) ? RefusalReason.HEADER_REPEATED : null;
        }
    }
}
