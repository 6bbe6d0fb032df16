package vn.dancu.bus.citizen.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.AccountSettings.Issuer;
import vn.dancu.bus.citizen.AccountSettings.Keys;

/** Reads the key set that an issuer publishes (RFC 7517), from its address or from a file. */
final class KeySetReader {

    private static final int MIN_RSA_BITS = 2048;

    private final Issuer issuer;
    private final @Nullable DefaultResourceRetriever web;

    KeySetReader(Issuer issuer, @Nullable SSLContext tls) {
        this.issuer = issuer;
        this.web = issuer.hasKeyFile() ? null : web(issuer.keys(), tls);
    }

    private static DefaultResourceRetriever web(Keys keys, @Nullable SSLContext tls) {
        SSLSocketFactory sockets = tls == null ? null : tls.getSocketFactory();
        DefaultResourceRetriever web =
                new DefaultResourceRetriever(
                        Math.toIntExact(keys.connectTimeout().toMillis()),
                        Math.toIntExact(keys.readTimeout().toMillis()),
                        Math.toIntExact(keys.maxSize().toBytes()),
                        true,
                        sockets) {
                    /** The keys come from the address of the settings and from no other. */
                    @Override
                    protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
                        HttpURLConnection connection = super.openHTTPConnection(url);
                        connection.setInstanceFollowRedirects(false);
                        return connection;
                    }
                };
        URI proxy = keys.proxy();
        if (proxy != null) {
            web.setProxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort())));
        }
        return web;
    }

    /**
     * The public keys that can prove a signature: RSA of 2048 bits and more, and elliptic curves.
     *
     * @throws IOException when the set cannot be had or holds none
     */
    JWKSet read() throws IOException {
        try {
            JWKSet published = JWKSet.parse(text());
            JWKSet keys = new JWKSet(published.getKeys().stream()
                    .filter(KeySetReader::isStrong)
                    .map(JWK::toPublicJWK)
                    .toList());
            if (keys.isEmpty()) {
                throw new IOException("The key set of an issuer holds no key for signatures");
            }
            return keys;
        } catch (ParseException | IllegalArgumentException e) {
            throw new IOException("The key set of an issuer is none (RFC 7517)", e);
        }
    }

    private String text() throws IOException {
        if (web != null) {
            return web.retrieveResource(issuer.jwks().toURL()).getContent();
        }
        Path file = Path.of(issuer.jwks());
        if (Files.size(file) > issuer.keys().maxSize().toBytes()) {
            throw new IOException("The key file of an issuer is larger than keys.max-size");
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static boolean isStrong(JWK key) {
        try {
            return key instanceof ECKey
                    || key instanceof RSAKey rsa
                            && rsa.toRSAPublicKey().getModulus().bitLength() >= MIN_RSA_BITS;
        } catch (JOSEException e) {
            return false;
        }
    }
}
