package vn.dancu.bus.dialect;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the dialect room.
 *
 * @param folder packs of one's own, each in a folder of its name with a file dialect.yaml; none leaves the built-in ones
 */
@ConfigurationProperties("dancu.dialect")
record DialectSettings(@Nullable String folder) {

    /** A text and no path: Spring would look for a relative path among the program's own files first. */
    Optional<Path> ownPacks() {
        return Optional.ofNullable(folder).filter(name -> !name.isBlank()).map(Path::of);
    }
}
