package vn.dancu.bus.message.large;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The program that {@link LargeDocumentIT} runs in a small heap: its folder, and where its figures go. */
final class SmallHeap {

    private SmallHeap() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Figures figures = new Figures();
        new LargeDocument(folder).run(figures);
        figures.heap();
        new ManyRecords(folder).run(figures);
        figures.heap();
        new RefusedDocuments().run();
        Files.writeString(Path.of(arguments[1]), figures.toString());
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            List<Path> left = files.filter(file -> file.getFileName().toString().startsWith("dancu-"))
                    .toList();
            if (!left.isEmpty()) {
                throw new IllegalStateException(left.size() + " files were left behind");
            }
        }
    }
}
