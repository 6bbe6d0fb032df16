package vn.dancu.bus.document.axis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import vn.dancu.bus.document.AxisSettings.Http;
import vn.dancu.bus.fixtures.KeyStores;

/** Connections to an axis that asks for a certificate, and through a proxy. */
class AxisHttpTest {

    @TempDir
    private Path folder;

    private @Nullable HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static Http settings(@Nullable URI proxy) {
        return new Http(2, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5), proxy, null);
    }

    private int serve(HttpServer started) {
        server = started;
        started.createContext("/", exchange -> {
            byte[] seen = exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, seen.length);
            exchange.getResponseBody().write(seen);
            exchange.close();
        });
        started.setExecutor(Executors.newCachedThreadPool());
        started.start();
        return started.getAddress().getPort();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static String get(AxisHttp http, String url) throws IOException {
        try (ClassicHttpResponse response = http.open(new HttpGet(url));
                InputStream body = response.getEntity().getContent()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SSLContext bundle(@Nullable Path key, Path trust) throws GeneralSecurityException, IOException {
        return SslBundle.of(SslStoreBundle.of(key == null ? null : load(key), KeyStores.PASSWORD, load(trust)))
                .createSslContext();
    }

    private static KeyStore load(Path store) throws GeneralSecurityException, IOException {
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            loaded.load(in, KeyStores.PASSWORD.toCharArray());
        }
        return loaded;
    }

    @Test
    void showsItsCertificateToAnAxisThatItTrusts() throws Exception {
        KeyStores keys = new KeyStores(folder);
        keys.key("axis");
        Path own = keys.key("bus");
        Path trust = keys.trusting("trust", List.of("axis", "bus"));
        Path otherTrust = keys.trusting("other", List.of("bus"));
        HttpsServer https = HttpsServer.create(anyPort(), 0);
        SSLContext context = keys.client("axis", trust);
        https.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters asked = context.getDefaultSSLParameters();
                asked.setNeedClientAuth(true);
                parameters.setSSLParameters(asked);
            }
        });
        String url = "https://127.0.0.1:" + serve(https) + "/here";

        try (AxisHttp good = new AxisHttp(settings(null), "test", bundle(own, trust));
                AxisHttp nobody = new AxisHttp(settings(null), "test", bundle(null, trust));
                AxisHttp trusting = new AxisHttp(settings(null), "test", bundle(own, otherTrust));
                AxisHttp plain = new AxisHttp(settings(null), "test", null)) {
            assertThat(get(good, url)).isEqualTo("/here");
            assertThatIOException().isThrownBy(() -> get(nobody, url));
            assertThatIOException().isThrownBy(() -> get(trusting, url));
            assertThatIOException().isThrownBy(() -> get(plain, url));
        }
    }

    @Test
    void goesThroughTheProxyOfTheSettings() throws IOException {
        URI proxy = URI.create("http://127.0.0.1:" + serve(HttpServer.create(anyPort(), 0)));

        try (AxisHttp http = new AxisHttp(settings(proxy), "test", null)) {
            assertThat(get(http, "http://truc.example/getEdoc")).isEqualTo("http://truc.example/getEdoc");
        }
    }
}
