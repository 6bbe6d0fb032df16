package vn.dancu.bus.enrichment.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;

/** Stored bodies read one after another; one at a time is open. */
final class JoinedParts extends InputStream {

    private final ClaimChecks claims;
    private final Iterator<ClaimCheck> rest;
    private @Nullable InputStream open;

    JoinedParts(ClaimChecks claims, List<ClaimCheck> parts) {
        this.claims = claims;
        this.rest = parts.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            InputStream part = open;
            if (part == null) {
                if (!rest.hasNext()) {
                    return -1;
                }
                part = claims.open(rest.next());
                open = part;
            }
            int read = part.read(target, offset, length);
            if (read >= 0) {
                return read;
            }
            close();
        }
    }

    @Override
    public void close() throws IOException {
        InputStream part = open;
        open = null;
        if (part != null) {
            part.close();
        }
    }
}
