package vn.dancu.bus.gateway;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Counts the bytes of a request body. The refusal is an unchecked exception, since a parser would report an {@code
 * IOException} as a malformed document.
 */
final class CountedInput extends ServletInputStream {

    private final ServletInputStream body;
    private final AtomicLong counter;
    private final long limit;

    CountedInput(ServletInputStream body, AtomicLong counter, long limit) {
        this.body = body;
        this.counter = counter;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = body.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = body.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) {
        if (counter.addAndGet(read) > limit) {
            throw new BusException(ErrorCode.MESSAGE_TOO_LARGE, null);
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
