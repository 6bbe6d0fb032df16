package vn.dancu.bus.document.request;

import java.io.IOException;
import java.io.InputStream;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.message.Content;

/** The bytes of a document as it came. It is read several times: a small one is unsealed once and stays in memory meanwhile. */
record StoredContent(ClaimChecks claims, ClaimCheck check, LeaseKeeper.KeptLease hold) implements Content {

    private static final long MAX_IN_MEMORY = 1 << 20;

    static Content of(ClaimChecks claims, ClaimCheck check, LeaseKeeper.KeptLease hold) throws IOException {
        if (check.length() > MAX_IN_MEMORY) {
            return new StoredContent(claims, check, hold);
        }
        try (InputStream in = claims.open(check)) {
            return Content.of(in.readAllBytes());
        }
    }

    @Override
    public long length() {
        return check.length();
    }

    @Override
    public InputStream open() {
        return hold.read(claims.open(check));
    }

    @Override
    public void close() {}
}
