package vn.dancu.bus.sandbox.enrichment;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.dancu.bus.enrichment.SourceCode;

/** How the values of each source are made up, by {@code sandbox/enrichment-samples.yaml}. */
final class SampleTemplates {

    private final Map<String, Map<String, SampleTemplate>> bySource = new LinkedHashMap<>();

    private SampleTemplates() {}

    static SampleTemplates published() {
        SampleTemplates templates = new SampleTemplates();
        try (InputStream file = SampleTemplates.class.getResourceAsStream("/sandbox/enrichment-samples.yaml")) {
            Map<String, Map<String, String>> texts =
                    new ObjectMapper(new YAMLFactory()).readValue(file, new TypeReference<>() {});
            texts.forEach((source, columns) -> {
                Map<String, SampleTemplate> ofSource = new LinkedHashMap<>();
                columns.forEach((column, text) -> ofSource.put(column, new SampleTemplate(text)));
                templates.bySource.put(source, ofSource);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return templates;
    }

    /** By the names of the columns, in the order in which they are made; empty for a source of which there are none. */
    Map<String, SampleTemplate> of(SourceCode source) {
        return bySource.getOrDefault(source.value(), Map.of());
    }
}
