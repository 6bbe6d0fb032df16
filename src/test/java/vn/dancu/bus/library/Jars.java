package vn.dancu.bus.library;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where classes came from. */
final class Jars {

    private Jars() {}

    /** The jar or folder that holds the class. */
    static String of(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
