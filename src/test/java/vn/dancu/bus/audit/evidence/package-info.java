/**
 * Tests of seals, evidence files, retention and archive: what is tampered with in a real database must be found in the file
 * and named.
 */
@NullMarked
package vn.dancu.bus.audit.evidence;

import org.jspecify.annotations.NullMarked;
