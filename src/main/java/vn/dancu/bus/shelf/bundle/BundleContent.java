package vn.dancu.bus.shelf.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.shelf.lint.RouteDefaults;
import vn.dancu.bus.shelf.lint.RouteFile;

/**
 * The files of a bundle.
 *
 * @param files {@code bundle.yaml} and the route files, by their paths in the bundle, in the order of these
 * @param signature the detached JWS of {@code bundle.jws} (RFC 7515, appendix F) over {@link #digest}; null when there is none
 */
public record BundleContent(List<RouteFile> files, @Nullable String signature) {

    /** Name of the file of the signature; its content is not part of the digest. */
    public static final String SIGNATURE_FILE = "bundle.jws";

    public BundleContent {
        files = files.stream().sorted(Comparator.comparing(RouteFile::path)).toList();
    }

    /** 64 hex digits: SHA-256 over the length and the bytes of each path and each text, in UTF-8. */
    public String digest() {
        MessageDigest digest = Sha256.digest();
        for (RouteFile file : files) {
            feed(digest, file.path());
            feed(digest, file.text());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void feed(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    /**
     * What its {@code bundle.yaml} says.
     *
     * @throws YamlFileException when it is not as it must be, or is missing
     */
    public BundleManifest manifest() {
        return ManifestReader.read(
                ManifestReader.FILE, manifestFile().map(RouteFile::text).orElse(""));
    }

    /** What its {@code bundle.yaml} says; nothing when it is not as it must be. */
    public Optional<BundleManifest> readableManifest() {
        try {
            return Optional.of(manifest());
        } catch (YamlFileException e) {
            return Optional.empty();
        }
    }

    /** The route files as they lie in the folder of routes. */
    public List<RouteFile> routeFiles() {
        return routeFiles(manifest().place());
    }

    /** The route files as they lie in that folder, with what the manifest says for them when it is right. */
    List<RouteFile> routeFiles(String place) {
        RouteDefaults defaults =
                readableManifest().flatMap(BundleManifest::defaults).orElse(null);
        return files.stream()
                .filter(file -> !file.path().equals(ManifestReader.FILE))
                .map(file -> new RouteFile(place + file.path(), file.text(), file.readable(), defaults))
                .toList();
    }

    Optional<RouteFile> manifestFile() {
        return files.stream()
                .filter(file -> file.path().equals(ManifestReader.FILE))
                .findFirst();
    }
}
