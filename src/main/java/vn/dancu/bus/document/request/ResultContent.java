package vn.dancu.bus.document.request;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.question.ResultFormat;
import vn.dancu.bus.message.Content;

/**
 * The file of results of one file of questions, put together from the single results as it is read.
 *
 * @param itemBytes how long the items are together
 */
record ResultContent(ResultFormat format, PersonResults results, long itemBytes) implements Content {

    @Override
    public long length() {
        return format.head().length + itemBytes + format.tail().length;
    }

    @Override
    public InputStream open() {
        return new ItemStream(format, results.open());
    }

    @Override
    public void close() {}

    /** Head, items and tail. */
    private static final class ItemStream extends InputStream {

        private final ResultFormat format;
        private final PersonResults.Cursor cursor;
        private byte @Nullable [] part;
        private int at;
        private boolean hasEnded;

        ItemStream(ResultFormat format, PersonResults.Cursor cursor) {
            this.format = format;
            this.cursor = cursor;
            this.part = format.head();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            while (part != null && at == part.length) {
                next();
            }
            if (part == null) {
                return -1;
            }
            int count = Math.min(length, part.length - at);
            System.arraycopy(part, at, target, offset, count);
            at += count;
            return count;
        }

        private void next() throws IOException {
            at = 0;
            PersonResult result = hasEnded ? null : cursor.next();
            if (result != null) {
                part = result.item();
            } else {
                part = hasEnded ? null : format.tail();
                hasEnded = true;
            }
        }

        @Override
        public void close() throws IOException {
            cursor.close();
        }
    }
}
