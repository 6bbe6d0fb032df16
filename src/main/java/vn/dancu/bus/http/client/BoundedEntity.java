package vn.dancu.bus.http.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** An answer that must end in time and within its size: a side that sends a byte now and then holds nobody for ever. */
final class BoundedEntity extends HttpEntityWrapper {

    private final long limit;
    private final Duration deadline;

    BoundedEntity(HttpEntity answer, long limit, Duration deadline) {
        super(answer);
        this.limit = limit;
        this.deadline = deadline;
    }

    @Override
    public InputStream getContent() throws IOException {
        InputStream content = super.getContent();
        return content == null ? InputStream.nullInputStream() : new BoundedStream(content, limit, deadline);
    }

    @Override
    public void writeTo(OutputStream to) throws IOException {
        try (InputStream content = getContent()) {
            content.transferTo(to);
        }
    }

    private static final class BoundedStream extends FilterInputStream {

        private final long end;
        private long left;

        BoundedStream(InputStream content, long limit, Duration deadline) {
            super(content);
            this.left = limit;
            this.end = System.nanoTime() + deadline.toNanos();
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        /** What is left of an answer that broke its bounds is not read: whoever closes the connection ends it. */
        @Override
        public void close() throws IOException {
            if (left >= 0 && System.nanoTime() - end <= 0) {
                super.close();
            }
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new AnswerTooLargeException();
            }
            if (System.nanoTime() - end > 0) {
                throw new SocketTimeoutException("The answer takes too long");
            }
        }
    }
}
