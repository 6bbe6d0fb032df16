/**
 * Enrichment (làm giàu dữ liệu): other authorities bring verified data to the records of people, by NĐ 58/2026/NĐ-CP.
 *
 * <p>Faces: {@link vn.dancu.bus.enrichment.EnrichmentSources} says who may bring what, each source by a YAML file;
 * {@link vn.dancu.bus.enrichment.EnrichmentJobs} takes files and shows what becomes of them;
 * {@link vn.dancu.bus.enrichment.file.RecordReader} reads the records of a file, and {@link vn.dancu.bus.enrichment.RecordCheck} holds each
 * against the checks of its source. A value that came in never stands in a log, a metric or an error.
 */
@NullMarked
@ApplicationModule(
        displayName = "Enrichment",
        allowedDependencies = {
            "kernel",
            "kernel :: name",
            "kernel :: time",
            "message :: population",
            "catalogue",
            "batch",
            "partner",
            "register",
            "inquiry",
            "delivery",
            "audit",
            "audit :: evidence",
            "audit :: verify",
            "expiry",
            "job"
        })
package vn.dancu.bus.enrichment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
