package vn.dancu.bus.sandbox.axis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What has happened at the mock, a JSON line each; read again at the next start. Half a last line was never answered for. */
final class AxisJournal implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KIND = "kind";

    private final OutputStream out;

    private AxisJournal(OutputStream out) {
        this.out = out;
    }

    /** Gives each earlier event to the reader, then takes new ones. */
    static AxisJournal open(Path file, BiConsumer<String, JsonNode> reader) {
        try {
            if (Files.exists(file)) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.forEach(line -> replay(line, reader));
                }
            }
            OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            out.write('\n');
            return new AxisJournal(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replay(String line, BiConsumer<String, JsonNode> reader) {
        try {
            JsonNode event = line.isBlank() ? JSON.createObjectNode() : JSON.readTree(line);
            if (event.hasNonNull(KIND)) {
                reader.accept(event.get(KIND).asText(), event.get("value"));
            }
        } catch (IOException e) {
            // The process was killed while it wrote the line.
            return;
        }
    }

    /** Writes one event before anybody is answered. */
    synchronized void write(String kind, Object value) {
        ObjectNode event = JSON.createObjectNode().put(KIND, kind);
        event.set("value", JSON.valueToTree(value));
        try {
            out.write((event + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(JsonNode value, Class<T> type) {
        try {
            return JSON.treeToValue(value, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
