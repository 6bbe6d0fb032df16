package vn.dancu.bus.document.axis.call;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The body of an answer, which must end in time: a server that sends a byte now and then holds nobody for ever. */
public final class DeadlineStream extends FilterInputStream {

    private final long begun = System.nanoTime();
    private final long nanos;

    public DeadlineStream(InputStream body, Duration most) {
        super(body);
        this.nanos = most.toNanos();
    }

    @Override
    public int read() throws IOException {
        check();
        return in.read();
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        check();
        return in.read(bytes, from, count);
    }

    private void check() throws IOException {
        if (System.nanoTime() - begun > nanos) {
            throw new IOException("The answer takes longer than dancu.document.axis.accounts.*.http.call-timeout");
        }
    }
}
