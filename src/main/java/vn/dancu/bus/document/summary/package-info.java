/**
 * The answer to a request document as a page that an official reads: a PDF in Vietnamese with its fonts in it.
 *
 * <p>Face: {@link vn.dancu.bus.document.summary.SummaryWriter}. Ids of persons are masked; the data itself is in the results file only.
 */
@NullMarked
package vn.dancu.bus.document.summary;

import org.jspecify.annotations.NullMarked;
