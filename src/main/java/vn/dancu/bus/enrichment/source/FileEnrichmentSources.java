package vn.dancu.bus.enrichment.source;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.SourceCode;

/** The sources by their codes. */
final class FileEnrichmentSources implements EnrichmentSources {

    private final SortedMap<SourceCode, EnrichmentSource> byCode = new TreeMap<>();

    /** @param sources of two with the same code the later counts, so that an operator can replace one that comes with the bus */
    FileEnrichmentSources(Collection<? extends EnrichmentSource> sources) {
        sources.forEach(source -> byCode.put(source.code(), source));
    }

    @Override
    public List<EnrichmentSource> all() {
        return List.copyOf(byCode.values());
    }

    @Override
    public Optional<EnrichmentSource> find(SourceCode code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
