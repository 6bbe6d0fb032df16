package vn.dancu.bus.http.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** The body of an answer, which must end in time and within its size. */
final class BoundedEntity extends HttpEntityWrapper {

    private final long limit;
    private final AnswerDeadlines.Deadline deadline;

    BoundedEntity(HttpEntity answer, long limit, AnswerDeadlines.Deadline deadline) {
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

        private final AnswerDeadlines.Deadline deadline;
        private long left;

        BoundedStream(InputStream content, long limit, AnswerDeadlines.Deadline deadline) {
            super(content);
            this.left = limit;
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = readInTime(bytes, from, length);
            if (read < 0) {
                deadline.kept();
                return read;
            }
            left -= read;
            if (left < 0) {
                throw new AnswerTooLargeException();
            }
            return read;
        }

        private int readInTime(byte[] bytes, int from, int length) throws IOException {
            try {
                int read = in.read(bytes, from, length);
                if (deadline.isOver()) {
                    throw new SocketTimeoutException("The answer takes too long");
                }
                return read;
            } catch (IOException | RuntimeException e) {
                deadline.requireTime(e);
                throw e;
            }
        }

        /** What is left of an answer that broke its bounds is not read: whoever closes the connection ends it. */
        @Override
        public void close() throws IOException {
            deadline.kept();
            if (left >= 0 && !deadline.isOver()) {
                super.close();
            }
        }
    }
}
