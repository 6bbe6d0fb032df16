/**
 * The outer wall: SOAP, REST and hub-queue doors, sign-in, faults and problems.
 *
 * <p>No face: nobody depends on it. A door reads and writes the wire; it never decides and never looks anything up.
 */
@NullMarked
@ApplicationModule(
        displayName = "Gateway",
        allowedDependencies = {"kernel", "message", "dialect", "partner", "inquiry", "catalogue"})
package vn.dancu.bus.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
