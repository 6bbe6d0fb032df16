/**
 * The audit trail alone: how fast it appends beside what PostgreSQL itself can do, and how fast it is searched when it is long.
 *
 * <p>{@link vn.dancu.bench.trail.AppendBench} and {@link vn.dancu.bench.trail.SearchBench}; see {@code bench/README.md}.
 */
@NullMarked
package vn.dancu.bench.trail;

import org.jspecify.annotations.NullMarked;
