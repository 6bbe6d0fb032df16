/**
 * The life of jobs: files are read into chunks by one instance under a lease, and chunks are merged one after the other by whichever
 * instance comes first.
 *
 * <p>Every step is one transaction, so a killed instance repeats at most one chunk and doubles nothing. Work stands back while this
 * instance answers questions.
 */
@NullMarked
package vn.dancu.bus.enrichment.job;

import org.jspecify.annotations.NullMarked;
