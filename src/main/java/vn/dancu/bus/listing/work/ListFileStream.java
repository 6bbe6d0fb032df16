package vn.dancu.bus.listing.work;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.evidence.file.OpenPgp;
import vn.dancu.bus.listing.ListForm;

/**
 * The encrypted file of a list, made as it is read: no more than one piece is in memory, and nothing lies in clear on a disk.
 */
final class ListFileStream extends InputStream {

    private static final int MOST_ROWS_OF_A_SHEET = 1_000_000;
    private static final int ROWS_IN_MEMORY = 500;

    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final OutputStream encrypted;
    private final Content content;
    private final Iterator<byte[]> pieces;
    private InputStream ready = InputStream.nullInputStream();
    private boolean isWhole;

    /**
     * @param pieces in their order, opened
     * @param recipient the key of the partner
     */
    ListFileStream(ListForm form, ListText text, Iterator<byte[]> pieces, PGPPublicKey recipient) throws IOException {
        this.pieces = pieces;
        this.encrypted = OpenPgp.encrypt(made, recipient);
        if (form == ListForm.XLSX) {
            this.content = new Sheets(encrypted, text.names());
        } else {
            this.content = new Plain(encrypted, text);
            encrypted.write(text.head());
        }
    }

    /** What the pieces are put together to. */
    private interface Content {
        void add(byte[] piece) throws IOException;

        void end() throws IOException;
    }

    private record Plain(OutputStream to, ListText text) implements Content {

        @Override
        public void add(byte[] piece) throws IOException {
            to.write(piece);
        }

        @Override
        public void end() throws IOException {
            to.write(text.tail());
        }
    }

    /** Cells are texts: none is read as a formula, and no number loses its zeros. */
    private static final class Sheets implements Content {

        private final Workbook workbook;
        private final List<@Nullable String> names;
        private @Nullable Worksheet sheet;
        private int sheets;
        private int next;

        Sheets(OutputStream to, List<@Nullable String> names) {
            this.workbook = new Workbook(to, "DanCu Bus", "1.0");
            this.names = names;
        }

        @Override
        public void add(byte[] piece) throws IOException {
            try (CsvReader<CsvRecord> rows =
                    CsvReader.builder().ofCsvRecord(new String(piece, StandardCharsets.UTF_8))) {
                for (CsvRecord row : rows) {
                    row(row.getFields());
                }
            }
        }

        private void row(List<? extends @Nullable String> values) throws IOException {
            Worksheet open = sheet;
            if (open == null || next > MOST_ROWS_OF_A_SHEET) {
                open = begin();
            }
            for (int i = 0; i < values.size(); i++) {
                String value = values.get(i);
                if (value != null && !value.isEmpty()) {
                    open.value(next, i, value);
                }
            }
            next++;
            if (next % ROWS_IN_MEMORY == 0) {
                open.flush();
            }
        }

        private Worksheet begin() throws IOException {
            if (sheet != null) {
                sheet.finish();
            }
            Worksheet fresh = workbook.newWorksheet("Danh sách " + ++sheets);
            for (int i = 0; i < names.size(); i++) {
                fresh.value(0, i, names.get(i));
            }
            fresh.freezePane(0, 1);
            sheet = fresh;
            next = 1;
            return fresh;
        }

        @Override
        public void end() throws IOException {
            if (sheet == null) {
                begin();
            }
            if (sheet != null) {
                sheet.finish();
            }
            workbook.finish();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = ready.read(into, offset, length);
        while (read < 0 && !isWhole) {
            make();
            read = ready.read(into, offset, length);
        }
        return read;
    }

    private void make() throws IOException {
        if (pieces.hasNext()) {
            content.add(pieces.next());
        } else {
            content.end();
            encrypted.close();
            isWhole = true;
        }
        ready = new ByteArrayInputStream(made.toByteArray());
        made.reset();
    }
}
