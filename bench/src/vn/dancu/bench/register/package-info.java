/**
 * The register alone: what a look-up costs among few people and among many.
 *
 * <p>{@link vn.dancu.bench.register.RegisterBench}; see {@code bench/README.md}.
 */
@NullMarked
package vn.dancu.bench.register;

import org.jspecify.annotations.NullMarked;
