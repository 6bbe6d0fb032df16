package vn.dancu.bus.desk.route;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.lint.RouteFile;

/**
 * A bundle.
 *
 * @param files the text of each file by its name, {@code bundle.yaml} among them
 * @param signature what {@code bundle.jws} holds; null when it is unsigned
 */
public record BundleRequest(Map<String, String> files, @Nullable String signature) {

    private static final int MAX_FILES = 200;
    private static final int MAX_SIGNATURE_LENGTH = 8_192;

    public BundleRequest {
        files = Map.copyOf(files);
        if (files.isEmpty() || files.size() > MAX_FILES) {
            throw new IllegalArgumentException("1 to 200 files");
        }
        if (!files.keySet().stream().allMatch(name -> name.matches("[a-z][a-z0-9.-]{1,79}"))) {
            throw new IllegalArgumentException("names of files: small letters, digits, dots and hyphens");
        }
        if (signature != null && signature.length() > MAX_SIGNATURE_LENGTH) {
            throw new IllegalArgumentException("a signature of at most 8192 characters");
        }
    }

    /** The files as a bundle. */
    public BundleContent content() {
        return new BundleContent(
                files.entrySet().stream()
                        .map(file -> new RouteFile(file.getKey(), file.getValue(), true))
                        .toList(),
                signature);
    }
}
