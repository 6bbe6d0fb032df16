/**
 * The door of sources: files in parts or in one call, and what became of them. Whether a file may come in is decided in room {@code
 * enrichment}.
 */
@NullMarked
package vn.dancu.bus.gateway.enrichment;

import org.jspecify.annotations.NullMarked;
