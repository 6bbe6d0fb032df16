package vn.dancu.bus.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.trust.TrustSettings.Revocation;
import vn.dancu.bus.trust.revocation.RevocationRules.Source;
import vn.dancu.bus.trust.revocation.RevocationRules.Unknown;

/** A server that answers with the name of the client's certificate, called by a client made before the bundle changed. */
public class TlsContextsTest {

    private static final TrustSettings.Message NO_SIGNATURES = new TrustSettings.Message(null, Set.of());

    @TempDir
    Path folder;

    private Authority authority;
    private Authority.Holder server;
    private HttpsServer https;

    /** Those of bundles without revocation. */
    public static TlsContexts contexts(SslBundles bundles) {
        return new TlsContexts(
                bundles,
                new TrustSettings(
                        new Revocation(
                                Source.NONE,
                                List.of(),
                                List.of(),
                                null,
                                Unknown.REFUSED,
                                Duration.ofSeconds(5),
                                Set.of()),
                        NO_SIGNATURES,
                        Map.of()),
                Clock.systemUTC());
    }

    @BeforeEach
    void serve() throws Exception {
        authority = Authority.root("CN=Chung thuc mau, C=VN", Clock.systemUTC().instant());
        server = authority.holder("CN=may chu, C=VN");
        SSLContext context = bundle(server, "server", authority.certificate).createSslContext();
        https = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters asked = context.getDefaultSSLParameters();
                asked.setNeedClientAuth(true);
                parameters.setSSLParameters(asked);
            }
        });
        https.createContext("/", exchange -> {
            byte[] name = ((HttpsExchange) exchange)
                    .getSSLSession()
                    .getPeerPrincipal()
                    .getName()
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, name.length);
            exchange.getResponseBody().write(name);
            exchange.close();
        });
        https.start();
    }

    @AfterEach
    void stop() {
        https.stop(0);
    }

    @Test
    void showsTheRenewedCertificateToTheNextConnection() throws Exception {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle("out", bundle(authority.holder("CN=cu, C=VN"), "old", authority.certificate));
        HttpClient client = client(contexts(bundles).of("out"));

        assertThat(get(client)).contains("CN=cu");
        bundles.updateBundle("out", bundle(authority.holder("CN=moi, C=VN"), "new", authority.certificate));
        assertThat(get(client)).contains("CN=moi");
    }

    @Test
    void missesNoChangeBetweenTheFirstReadingAndTheListening() throws Exception {
        SslBundle renewed = bundle(authority.holder("CN=moi, C=VN"), "new", authority.certificate);
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry() {
            @Override
            public void addBundleUpdateHandler(String name, Consumer<SslBundle> handler) {
                updateBundle(name, renewed);
                super.addBundleUpdateHandler(name, handler);
            }
        };
        bundles.registerBundle("out", bundle(authority.holder("CN=cu, C=VN"), "old", authority.certificate));

        assertThat(get(client(contexts(bundles).of("out")))).contains("CN=moi");
    }

    @Test
    void keepsKeyAndTrustTogetherWhereTheChangedBundleIsHalfRight() throws Exception {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle("out", bundle(authority.holder("CN=cu, C=VN"), "old", authority.certificate));
        HttpClient client = client(contexts(bundles).of("out"));
        SslBundle renewed = bundle(authority.holder("CN=moi, C=VN"), "new", authority.certificate);
        SslBundle broken = SslBundle.of(new SslStoreBundle() {
            @Override
            public @Nullable KeyStore getKeyStore() {
                return renewed.getStores().getKeyStore();
            }

            @Override
            public @Nullable String getKeyStorePassword() {
                return renewed.getStores().getKeyStorePassword();
            }

            @Override
            public @Nullable KeyStore getTrustStore() {
                throw new IllegalStateException("The file of the test is half written");
            }
        });

        assertThatThrownBy(() -> bundles.updateBundle("out", broken)).isInstanceOf(IllegalStateException.class);
        assertThat(get(client)).contains("CN=cu");
    }

    @Test
    void trustsWhomTheChangedBundleTrustsAndNobodyElse() throws Exception {
        Authority other =
                Authority.root("CN=Chung thuc khac, C=VN", Clock.systemUTC().instant());
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        Authority.Holder own = authority.holder("CN=truc, C=VN");
        bundles.registerBundle("out", bundle(own, "a", authority.certificate));
        HttpClient client = client(contexts(bundles).of("out"));

        assertThat(get(client)).contains("CN=truc");
        bundles.updateBundle("out", bundle(own, "b", other.certificate));
        assertThatIOException().isThrownBy(() -> get(client));
        bundles.updateBundle("out", bundle(own, "c", authority.certificate, other.certificate));
        assertThat(get(client)).contains("CN=truc");
    }

    @Test
    void callsNoServerWhoseCertificateWasRevoked() throws Exception {
        Path crl = authority.crl(folder.resolve("crl"), Clock.systemUTC().instant());
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        Authority.Holder own = authority.holder("CN=truc, C=VN");
        for (String name : List.of("looked-up", "revoked", "plain")) {
            bundles.registerBundle(name, bundle(own, name, authority.certificate));
        }
        TrustSettings settings = new TrustSettings(
                new Revocation(
                        Source.CRL,
                        List.of(),
                        List.of(crl),
                        null,
                        Unknown.REFUSED,
                        Duration.ofSeconds(5),
                        Set.of("looked-up", "revoked")),
                NO_SIGNATURES,
                Map.of());
        TlsContexts contexts = new TlsContexts(bundles, settings, Clock.systemUTC());

        assertThat(get(client(contexts.of("looked-up")))).contains("CN=truc");
        authority.crl(crl, Clock.systemUTC().instant(), server.certificate());
        assertThatIOException()
                .isThrownBy(() -> get(client(contexts.of("revoked"))))
                .withStackTraceContaining("is revoked");
        assertThat(get(client(contexts.of("plain"))))
                .as("a bundle that is not named")
                .contains("CN=truc");
    }

    private SslBundle bundle(Authority.Holder holder, String name, X509Certificate... trusted) throws Exception {
        Path key = folder.resolve(name + ".key");
        Path chain = folder.resolve(name + ".crt");
        holder.pem(key, chain);
        Path trust = Authority.trusting(folder.resolve(name + ".trust"), trusted);
        return SslBundle.of(new PemSslStoreBundle(
                PemSslStore.load(PemSslStoreDetails.forCertificate(chain.toUri().toString())
                        .withPrivateKey(key.toUri().toString())),
                PemSslStore.load(PemSslStoreDetails.forCertificate(trust.toUri().toString()))));
    }

    private static HttpClient client(SSLContext context) {
        return HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private String get(HttpClient client) throws IOException, InterruptedException {
        URI here = URI.create("https://127.0.0.1:" + https.getAddress().getPort() + "/");
        return client.send(HttpRequest.newBuilder(here).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
