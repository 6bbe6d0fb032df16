package vn.dancu.bus.gateway.signature;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A message as it may be read.
 *
 * @param content the bytes of the wire, or of a signed message what was signed of it
 * @param isUtf8 whether the content is UTF-8 whatever it says itself
 * @param onceKey under which a signed message is answered once, 32 bytes; null where the partner signs none
 */
public record ReadableMessage(InputStream content, boolean isUtf8, byte @Nullable [] onceKey) {}
