package vn.dancu.bus.camel.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;

/**
 * A body in a file, for a route. Camel would read a plain stream into memory so that it can be read again; this one is opened
 * again instead.
 */
final class ClaimBody extends InputStream implements StreamCache {

    private final ClaimChecks checks;
    private final ClaimCheck check;
    private InputStream current;
    private long position;

    ClaimBody(ClaimChecks checks, ClaimCheck check) {
        this.checks = checks;
        this.check = check;
        this.current = checks.open(check);
    }

    @Override
    public int read() throws IOException {
        int one = current.read();
        position += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = current.read(target, offset, length);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public void reset() {
        try {
            current.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        current = checks.open(check);
        position = 0;
    }

    @Override
    public void writeTo(OutputStream target) throws IOException {
        position += current.transferTo(target);
    }

    @Override
    public StreamCache copy(Exchange exchange) {
        return new ClaimBody(checks, check);
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public long length() {
        return check.length();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
