package vn.dancu.bus.shelf;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;

/**
 * A version that was deployed once.
 *
 * @param name of the bundle
 * @param version its version
 * @param digest of its content
 * @param signer name of the key that signed it; null when it came unsigned
 * @param addedAt when
 * @param addedBy account
 */
public record BundleVersion(
        String name, ReleaseNumber version, String digest, @Nullable String signer, Instant addedAt, String addedBy) {}
