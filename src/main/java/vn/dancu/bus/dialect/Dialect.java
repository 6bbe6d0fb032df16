package vn.dancu.bus.dialect;

import vn.dancu.bus.message.Version;

/**
 * One wire variant.
 *
 * @param name as partners are configured with it: {@code official} or {@code live}
 * @param answers the shape of the XML answer
 */
public record Dialect(String name, Version answers) {}
