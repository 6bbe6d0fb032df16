package vn.dancu.bus.desk.console.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.MediaType;
import vn.dancu.bus.kernel.Sha256;

/** Style, script and icon of the console: ours, htmx and uPlot, read once and packed once. */
final class ConsoleFiles {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final String OWN = "templates/desk/files/";
    private static final int VERSION_LENGTH = 12;

    private final Map<String, ConsoleFile> files = new TreeMap<>();
    private final String version;

    /** @param packed the same by gzip */
    record ConsoleFile(MediaType type, byte[] content, byte[] packed) {}

    ConsoleFiles() {
        put("desk.css", CSS, OWN + "desk.css");
        put("desk.js", SCRIPT, OWN + "desk.js");
        put("desk.svg", SVG, OWN + "desk.svg");
        put("htmx.js", SCRIPT, webJar("htmx.org", "dist/htmx.min.js"));
        put("uplot.js", SCRIPT, webJar("uplot", "dist/uPlot.iife.min.js"));
        put("uplot.css", CSS, webJar("uplot", "dist/uPlot.min.css"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.values().forEach(file -> all.writeBytes(file.content()));
        this.version = Sha256.hex(all.toByteArray()).substring(0, VERSION_LENGTH);
    }

    /** The folder of the files of this build: its name changes with any of them, so that browsers may keep them for ever. */
    String folder() {
        return "/desk/files/" + version;
    }

    Optional<ConsoleFile> find(String folder, String name) {
        return folder.equals(version) ? Optional.ofNullable(files.get(name)) : Optional.empty();
    }

    private void put(String name, MediaType type, String path) {
        try {
            byte[] content = new ClassPathResource(path).getContentAsByteArray();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(content);
            }
            files.put(name, new ConsoleFile(type, content, packed.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String webJar(String artifact, String path) {
        try {
            Properties jar = PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource("META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties"));
            return "META-INF/resources/webjars/" + artifact + "/" + jar.getProperty("version") + "/" + path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
