package vn.dancu.bus.enrichment;

import java.util.List;
import java.util.Optional;

/** The sources that may deliver: those that come with the bus, and those of {@code dancu.enrichment.folder}. Thread-safe. */
public interface EnrichmentSources {

    /** Every source, ordered by code. */
    List<EnrichmentSource> all();

    Optional<EnrichmentSource> find(SourceCode code);
}
