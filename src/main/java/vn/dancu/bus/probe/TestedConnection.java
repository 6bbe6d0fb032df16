package vn.dancu.bus.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * A connection that can be tested.
 *
 * @param name unique, such as {@code axis-main}
 * @param partner to whom it leads; null when it leads to no partner
 * @param address where it leads; null for what lies on this machine
 * @param proxy through which; null for none
 * @param plain what is said before TLS on a connection that begins without; null where TLS begins at once
 * @param tls null where it is not encrypted, and where {@code exchange} alone encrypts it
 * @param exchange what is said once the way is there, by the client of the room itself
 */
public record TestedConnection(
        String name,
        Kind kind,
        @Nullable PartnerId partner,
        @Nullable Address address,
        @Nullable Address proxy,
        @Nullable Greeting plain,
        @Nullable Supplier<TlsMaterial> tls,
        Exchange exchange) {

    private static final String HTTPS = "https";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** To what it leads. */
    public enum Kind {
        AXIS,
        WEBHOOK,
        MAIL,
        BROKER,
        QUEUES,
        KAFKA,
        IDENTITY_PROVIDER,
        REVOCATION,
        TIME_STAMP,
        DATABASE,
        WORKING_COPY,
        SMSC,
        UPSTREAM;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A host and a port, as the settings have them. */
    public record Address(String host, int port) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** What client and server say before they speak TLS. */
    @FunctionalInterface
    public interface Greeting {
        void hold(Socket socket) throws IOException, ProbeFailure;
    }

    /** What is said once the way is there, in steps. */
    @FunctionalInterface
    public interface Exchange {
        void hold(ProbeRun steps) throws ProbeFailure;
    }

    public TestedConnection {
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,79}")) {
            throw new IllegalArgumentException("The name of a connection is up to 80 of [a-z0-9._-]");
        }
    }

    /** A connection of HTTP, by the proxy of this machine where the JDK names one. */
    public static TestedConnection http(String name, Kind kind, URI url, Supplier<TlsMaterial> tls, Exchange exchange) {
        boolean encrypted = HTTPS.equalsIgnoreCase(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : encrypted ? HTTPS_PORT : HTTP_PORT;
        return new TestedConnection(
                name,
                kind,
                null,
                new Address(url.getHost(), port),
                proxyOf(url),
                null,
                encrypted ? tls : null,
                exchange);
    }

    /** A connection that is not encrypted, or that {@code exchange} encrypts. */
    public static TestedConnection plain(String name, Kind kind, @Nullable Address address, Exchange exchange) {
        return new TestedConnection(name, kind, null, address, null, null, null, exchange);
    }

    public TestedConnection of(PartnerId whose) {
        return new TestedConnection(name, kind, whose, address, proxy, plain, tls, exchange);
    }

    /** By that proxy, {@code http://host:port}; null leaves it as it is. */
    public TestedConnection through(@Nullable URI by) {
        return by == null
                ? this
                : new TestedConnection(
                        name,
                        kind,
                        partner,
                        address,
                        new Address(by.getHost(), by.getPort() > 0 ? by.getPort() : HTTP_PORT),
                        plain,
                        tls,
                        exchange);
    }

    public TestedConnection encrypted(@Nullable Greeting before, Supplier<TlsMaterial> by) {
        return new TestedConnection(name, kind, partner, address, proxy, before, by, exchange);
    }

    private static @Nullable Address proxyOf(URI url) {
        ProxySelector machine = ProxySelector.getDefault();
        if (machine == null) {
            return null;
        }
        for (Proxy one : machine.select(url)) {
            if (one.type() == Proxy.Type.HTTP && one.address() instanceof InetSocketAddress at) {
                return new Address(at.getHostString(), at.getPort());
            }
        }
        return null;
    }
}
