/**
 * Enrichment: a file of health cards from its receipt to its certificate, beside the least that PostgreSQL needs for the same rows.
 *
 * <p>{@link vn.dancu.bench.enrichment.EnrichmentBench}; see {@code bench/README.md}.
 */
@NullMarked
package vn.dancu.bench.enrichment;

import org.jspecify.annotations.NullMarked;
