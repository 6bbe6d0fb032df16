/**
 * edXML that came in, opened: which message it is, and its files as they are, each within the limits.
 *
 * <p>Face: {@link vn.dancu.bus.document.unpack.DocumentOpener}. Names of files are never used as paths.
 */
@NullMarked
package vn.dancu.bus.document.unpack;

import org.jspecify.annotations.NullMarked;
