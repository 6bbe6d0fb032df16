package vn.dancu.bus.shelf.history;

import java.time.Instant;
import java.util.UUID;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;

/**
 * What every instance is to run of a bundle.
 *
 * @param name of the bundle
 * @param version its version
 * @param digest of its content
 * @param deployment by which it came
 * @param since when
 */
public record WantedBundle(String name, ReleaseNumber version, String digest, UUID deployment, Instant since) {}
