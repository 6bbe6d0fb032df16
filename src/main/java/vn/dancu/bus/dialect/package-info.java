/**
 * Wire variants as data: in which letters a partner reads an answer, what its questions travel in, and how its credentials
 * are made. A variant is a pack, a folder with {@code dialect.yaml}; a new one needs no code.
 *
 * <p>Face: {@link vn.dancu.bus.dialect.Dialects} and {@link vn.dancu.bus.dialect.DialectMessages}. A dialect never decides
 * who may see what, never sends anything, and never holds a secret: those come with each call.
 */
@NullMarked
@ApplicationModule(
        displayName = "Dialect",
        allowedDependencies = {"kernel", "kernel :: name", "message", "message :: population", "message :: xroad"})
package vn.dancu.bus.dialect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
