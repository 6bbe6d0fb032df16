package vn.dancu.bus.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The examples beside the schemas: what is in the folder is what is tested. */
record Examples(Path folder) {

    static Examples of(String family) {
        return new Examples(Path.of("schemas", family, "examples"));
    }

    List<Path> good(String extension) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Broken> broken() {
        return lines(folder.resolve("broken/expected.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .map(words -> new Broken(folder.resolve("broken").resolve(words[0]), words[1], words[2]))
                .toList();
    }

    static InputStream in(Path file) {
        return in(bytes(file));
    }

    static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A broken example with the code and the field of its refusal. */
    record Broken(Path file, String code, String field) {

        boolean isJson() {
            return file.toString().contains(".json");
        }

        @Override
        public String toString() {
            return file.getFileName() + " is refused: " + code + " " + field;
        }
    }
}
