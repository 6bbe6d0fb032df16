/**
 * Dry runs: every file of the shelf in a Camel of its own, in which nothing reaches the outside.
 *
 * <p>Face for the command: {@link vn.dancu.bus.shelf.trial.OfflineTrial}.
 */
@NullMarked
@NamedInterface("trial")
package vn.dancu.bus.shelf.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
