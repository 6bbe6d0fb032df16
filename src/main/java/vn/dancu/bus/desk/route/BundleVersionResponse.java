package vn.dancu.bus.desk.route;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.BundleVersion;

/** A version that was deployed once. */
record BundleVersionResponse(String version, String digest, @Nullable String signer, Instant addedAt, String addedBy) {

    static BundleVersionResponse of(BundleVersion version) {
        return new BundleVersionResponse(
                version.version().toString(), version.digest(), version.signer(), version.addedAt(), version.addedBy());
    }
}
