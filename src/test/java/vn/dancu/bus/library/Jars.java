package vn.dancu.bus.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    /** Every jar that the tests see, whoever runs them, without Maven's own jar, whose manifest names all the others. */
    static List<String> all() {
        try {
            Set<String> jars = new LinkedHashSet<>();
            for (URL manifest : Collections.list(Jars.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
                if (manifest.openConnection() instanceof JarURLConnection jar
                        && !jar.getJarFileURL().getPath().contains("surefirebooter")) {
                    jars.add(Path.of(jar.getJarFileURL().toURI()).toString());
                }
            }
            return List.copyOf(jars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
