/**
 * The bench: the whole bus beside a bare CXF + JDBC service, in one run, under the same client.
 *
 * <p>{@link vn.dancu.bench.Bench} is the command; see {@code bench/README.md}.
 */
@NullMarked
package vn.dancu.bench;

import org.jspecify.annotations.NullMarked;
