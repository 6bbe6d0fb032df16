/**
 * The message library: one canonical model of citizens, questions and documents, with XML and JSON parsers and encoders.
 *
 * <p>Face: {@link vn.dancu.bus.message.MessageContext}, made once. The library knows no Spring, no Camel, no partner and no
 * policy; it never guesses a shape, never fetches anything, and its errors never repeat a value that was sent.
 */
@NullMarked
@ApplicationModule(
        displayName = "Message",
        allowedDependencies = {"kernel"})
package vn.dancu.bus.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
