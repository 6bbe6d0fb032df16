package vn.dancu.bus.probe;

import java.util.Locale;

/** Where a test can stop, in the order of the way. */
public enum ProbeStage {
    /** The name of the host becomes an address. */
    DNS,
    /** A connection to the port. */
    TCP,
    /** The proxy lets it through. */
    PROXY,
    /** Both sides agree upon protocol and cipher. */
    TLS,
    /** The certificate that was shown is valid, trusted and of that name. */
    CERTIFICATE,
    /** The other side takes the name, secret or certificate of the bus. */
    CREDENTIAL,
    /** What was asked is answered, in a form that can be read. */
    ANSWER,
    /** The bus may do there what it has to do. */
    RIGHTS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
