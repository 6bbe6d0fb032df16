package vn.dancu.bench.load;

import org.jspecify.annotations.Nullable;

/**
 * One service under load, on 127.0.0.1.
 *
 * @param name as the report calls it
 * @param path of the service
 * @param credentials how each request proves who asks; null where nobody is asked, or a token does
 * @param token access token of the REST door, for questions in JSON; null for questions in SOAP
 */
public record Target(String name, int port, String path, @Nullable Credentials credentials, @Nullable String token) {

    /** A service that is asked in SOAP. */
    public Target(String name, int port, String path, @Nullable Credentials credentials) {
        this(name, port, path, credentials, null);
    }

    /** One that is asked in JSON. */
    public static Target rest(String name, int port, String path, String token) {
        return new Target(name, port, path, null, token);
    }
}
