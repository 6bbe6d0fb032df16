package vn.dancu.bench.load;

import org.jspecify.annotations.Nullable;

/**
 * One service under load, on 127.0.0.1.
 *
 * @param name as the report calls it
 * @param path of the service
 * @param credentials how each request proves who asks; null where nobody is asked
 */
public record Target(String name, int port, String path, @Nullable Credentials credentials) {}
