package vn.dancu.bus.shelf.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dancu.bus.shelf.BundleVersion;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;

/** The versions of bundles, and which one is wanted. */
public interface BundleHistory {

    /** What is wanted now, by name. */
    Map<String, WantedBundle> wanted();

    /** What a part of the routes is to run first; there is at most one such version. */
    Optional<CanaryBundle> canary();

    /** What a version holds. */
    Optional<BundleContent> content(String name, ReleaseNumber version);

    /** The version itself. */
    Optional<BundleVersion> version(String name, ReleaseNumber version);

    /** The versions of a bundle, the latest first. */
    List<BundleVersion> versions(String name, int limit);

    /** Keeps a version; one that is there already stays as it is. */
    void add(BundleVersion version, BundleContent content);

    /**
     * Keeps the first content of a bundle and wants it, unless some version is wanted already: of several instances that
     * start at once one succeeds.
     */
    void addFirst(BundleVersion version, BundleContent content);
}
