package vn.dancu.bus.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * One case: {@code case.yaml} says what it proves, how it is sent and what must come back; the message is the file
 * beside it. {@code ${number}}, {@code ${name}}, {@code ${fullName}}, {@code ${pastedName}}, {@code ${birth}}, {@code
 * ${birthIso}} stand for a synthetic person, {@code ${id}} for a fresh MaYeuCau and {@code ${session}} for a session of the
 * adapter door. {@code enriched: 2} takes the second of the people to whose records other authorities brought something.
 */
public record WireCase(String name, Map<String, Object> settings, String message) {

    public static Stream<WireCase> ofDoor(String door) {
        Path folder = Path.of("src/test/resources/wire", door);
        try (Stream<Path> cases = Files.list(folder)) {
            return cases.sorted().map(WireCase::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WireCase read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            String message = "";
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("request."))
                    .toList()) {
                message = Files.readString(file, StandardCharsets.UTF_8);
            }
            Map<String, Object> settings = new Yaml().load(Files.readString(folder.resolve("case.yaml")));
            return new WireCase(folder.getFileName().toString(), settings, message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String proves() {
        return String.valueOf(settings.get("proves"));
    }

    public String setting(String key, String otherwise) {
        Object value = settings.get(key);
        return value == null ? otherwise : String.valueOf(value);
    }

    /** Which of the people to whose records other authorities brought something; 0 for anybody. */
    public int enriched() {
        return Integer.parseInt(setting("enriched", "0"));
    }

    @SuppressWarnings("unchecked")
    List<String> headers() {
        return (List<String>) settings.getOrDefault("headers", List.of());
    }

    /** Properties of a message to a queue. */
    @SuppressWarnings("unchecked")
    Map<String, String> properties() {
        return (Map<String, String>) settings.getOrDefault("properties", Map.of());
    }

    /** What must come back; alternatives are joined by {@code |}. */
    @SuppressWarnings("unchecked")
    @Nullable
    public String expected(String key) {
        Object value = ((Map<String, Object>) settings.getOrDefault("expect", Map.of())).get(key);
        return value == null ? null : String.valueOf(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
