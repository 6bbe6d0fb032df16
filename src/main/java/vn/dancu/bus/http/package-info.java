/**
 * What the HTTP doors share: strict JSON request bodies, ids in paths and cursors, JSON answers, the OpenAPI documents as they are served, and the sections
 * that rooms add to the home page ({@link vn.dancu.bus.http.HomeSection}). {@link vn.dancu.bus.http.StrictJsonBody} turns a body into a record
 * or refuses it with the code and the place of the first fault. It knows no service: what the values mean is decided by the
 * controllers.
 */
@NullMarked
@ApplicationModule(
        displayName = "HTTP",
        allowedDependencies = {"kernel", "kernel :: time", "message"})
package vn.dancu.bus.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
