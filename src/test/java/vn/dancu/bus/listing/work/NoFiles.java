package vn.dancu.bus.listing.work;

import java.io.InputStream;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;

/** Of lists that have no file. */
final class NoFiles implements ClaimChecks {

    @Override
    public ClaimCheck store(InputStream content, long limit) {
        throw new IllegalStateException("No file is expected here");
    }

    @Override
    public InputStream open(ClaimCheck check) {
        throw new IllegalStateException("No file is expected here");
    }

    @Override
    public void keep(ClaimCheck check, String holder) {
        throw new IllegalStateException("No file is expected here");
    }

    @Override
    public void release(ClaimCheck check, String holder) {
        throw new IllegalStateException("No file is expected here");
    }
}
