/**
 * The versions of the policy: drafts, publishing by a second person, the policy file at start, and the version that every
 * instance decides by. A published version never changes.
 */
@NullMarked
package vn.dancu.bus.policy.version;

import org.jspecify.annotations.NullMarked;
