/**
 * Code lists of the national platform: fetched on a schedule, compared with those in use, and exchanged at every instance at once. New
 * codes and new names are taken over; a code ends only when a person says so.
 *
 * <p>Face: {@link vn.dancu.bus.codebook.Codebooks}. An answer that is not wholly right changes nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Codebook",
        allowedDependencies = {"kernel", "catalogue", "audit", "http :: client"})
package vn.dancu.bus.codebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
