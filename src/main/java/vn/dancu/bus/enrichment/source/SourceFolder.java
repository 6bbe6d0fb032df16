package vn.dancu.bus.enrichment.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.enrichment.EnrichmentSources;

/** The files of sources: those that come with the bus, and an operator's. */
public final class SourceFolder {

    private static final String PUBLISHED = "classpath*:enrichment/sources/*.yaml";

    /**
     * Reads every source.
     *
     * @param folder with {@code *.yaml} of the operator; null where there is none. A source that comes with the bus gives way to one
     *     with the same code
     * @throws vn.dancu.bus.kernel.YamlFileException with file, line, column and rule of a file that is no source
     * @throws UncheckedIOException when a file or the folder cannot be read
     */
    public static EnrichmentSources read(@Nullable Path folder, Catalogues catalogues, Clock clock) {
        SourceFileReader reader = new SourceFileReader(catalogues, clock);
        List<DeclaredSource> sources = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(PUBLISHED)) {
                try (InputStream bytes = file.getInputStream()) {
                    String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
                    sources.add(reader.read(String.valueOf(file.getFilename()), text));
                }
            }
            for (Path file : folder == null ? List.<Path>of() : files(folder)) {
                sources.add(reader.read(file.toString(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FileEnrichmentSources(sources);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private SourceFolder() {}
}
