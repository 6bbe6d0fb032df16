/** Seals as values: what is hashed and signed. It needs neither Spring nor a database, so that a verifier can use it. */
@NullMarked
package vn.dancu.bus.audit.evidence.seal;

import org.jspecify.annotations.NullMarked;
