package vn.dancu.bus.shelf.bundle;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.lint.RouteDefaults;

/**
 * What {@code bundle.yaml} says.
 *
 * @param name the name of its folder: a letter, then up to 59 small letters, digits and hyphens
 * @param version its version; what a version holds never changes
 * @param owner who answers for it, in words
 * @param zone {@code partner} for the lanes of one partner, which lie below {@code partners/}; else the part of the bus
 *     that it belongs to. Keys may be good for some zones only
 * @param description what it is for
 * @param channels the channels, of {@code dancu.channel}, that the settings must have
 * @param needs other bundles that must run
 * @param errors error configuration of the routes that name none, as visual designers write them; null where every route names
 *     its own
 * @param files its route files; one that is missing or not named makes the bundle wrong, so that half a copy is seen
 */
public record BundleManifest(
        String name,
        ReleaseNumber version,
        String owner,
        String zone,
        Description description,
        List<String> channels,
        List<String> needs,
        @Nullable String errors,
        List<String> files) {

    public static final String PARTNER_ZONE = "partner";

    private static final int MAX_WORDS = 370;

    /** The same in two languages. */
    public record Description(String vi, String en) {}

    public BundleManifest {
        channels = List.copyOf(channels);
        needs = List.copyOf(needs);
        files = List.copyOf(files);
    }

    /** What it says for routes that leave it out. */
    Optional<RouteDefaults> defaults() {
        String words = "Tuyến của gói " + name + " · Route of bundle " + name + ": " + description.vi() + " · "
                + description.en();
        return Optional.ofNullable(errors)
                .map(id -> new RouteDefaults(id, words.length() <= MAX_WORDS ? words : words.substring(0, MAX_WORDS)));
    }

    /** Where its files lie in the folder of routes, with a slash at the end. */
    public String place() {
        return (zone.equals(PARTNER_ZONE) ? "partners/" : "") + name + "/";
    }
}
