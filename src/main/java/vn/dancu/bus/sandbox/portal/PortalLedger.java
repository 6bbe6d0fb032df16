package vn.dancu.bus.sandbox.portal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The documents of the portal, each in a folder of its own; they survive a killed process. */
final class PortalLedger {

    private static final String RECORD = "document.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path folder;
    private final Map<String, PortalDocument> documents = new LinkedHashMap<>();

    PortalLedger(Path dir) {
        this.folder = dir.toAbsolutePath().resolve("portal");
        try {
            Files.createDirectories(folder);
            load();
        } catch (IOException e) {
            throw new UncheckedIOException("The portal's documents in " + folder + " cannot be read", e);
        }
    }

    private void load() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path each : folders.sorted().toList()) {
                Path file = each.resolve(RECORD);
                if (Files.exists(file)) {
                    PortalDocument document = JSON.readValue(file.toFile(), PortalDocument.class);
                    documents.put(document.id(), document);
                }
            }
        }
    }

    /** Keeps a new document with its edXML. */
    synchronized void add(PortalDocument document, byte[] edxml) {
        try {
            Files.createDirectories(folder.resolve(document.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(document.id(), AskingDocument.FILE, edxml);
        keep(document);
    }

    /** Changes a document; nothing where there is none of that id. */
    synchronized void change(String id, UnaryOperator<PortalDocument> change) {
        PortalDocument known = documents.get(id);
        if (known != null) {
            keep(change.apply(known));
        }
    }

    synchronized Optional<PortalDocument> find(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    synchronized List<PortalDocument> all() {
        return List.copyOf(documents.values());
    }

    byte[] read(String id, String name) {
        try {
            return Files.readAllBytes(folder.resolve(id).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file whole or not at all. */
    void write(String id, String name, byte[] content) {
        Path file = folder.resolve(id).resolve(name);
        try {
            Path part = Files.write(file.resolveSibling(name + ".part"), content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the portal cannot be written: " + file, e);
        }
    }

    private void keep(PortalDocument document) {
        try {
            write(document.id(), RECORD, JSON.writeValueAsBytes(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        documents.put(document.id(), document);
    }
}
