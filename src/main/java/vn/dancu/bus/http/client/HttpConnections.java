package vn.dancu.bus.http.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * A pool for each other side, so that a slow one takes no connection of another. A client follows no redirect, keeps no cookie and tries
 * nothing again: whether that is safe its user knows. An answer ends in time and within its size, its head too. Thread-safe.
 */
public final class HttpConnections implements AutoCloseable {

    private static final TimeValue IDLE_CHECK = TimeValue.ofSeconds(2);
    private static final TimeValue LIFE = TimeValue.ofMinutes(5);

    /** Without bounds the library reads a head for as long as lines come. */
    private static final Http1Config HEAD = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16 * 1024)
            .build();

    private final AnswerDeadlines deadlines = new AnswerDeadlines();
    private final Function<String, SSLContext> contexts;
    private final BiConsumer<String, Runnable> changes;
    private final Map<String, CloseableHttpClient> clients = new ConcurrentHashMap<>();

    /**
     * @param contexts of SSL bundles by name, which may follow the files of a bundle while it is used
     * @param changes runs that each time the bundle has changed and its context follows it
     */
    public HttpConnections(Function<String, SSLContext> contexts, BiConsumer<String, Runnable> changes) {
        this.contexts = contexts;
        this.changes = changes;
    }

    /**
     * The client of that name, made by these settings when it is asked for first.
     *
     * @throws org.springframework.boot.ssl.NoSuchSslBundleException when there is no such bundle
     */
    public CloseableHttpClient client(String name, PoolSettings settings) {
        return client(name, settings, (request, scope, chain) -> chain.proceed(request, scope));
    }

    /**
     * The same.
     *
     * @param around each call; what it hands on is complete when it comes back
     */
    public CloseableHttpClient client(String name, PoolSettings settings, ExecChainHandler around) {
        return clients.computeIfAbsent(name, it -> open(settings, around));
    }

    @Override
    public void close() {
        clients.values().forEach(HttpConnections::close);
        clients.clear();
        deadlines.close();
    }

    private CloseableHttpClient open(PoolSettings settings, ExecChainHandler around) {
        Timeout connect = Timeout.of(settings.connectTimeout());
        Timeout answer = Timeout.of(settings.answerTimeout());
        CurrentConnections current = new CurrentConnections();
        PoolingHttpClientConnectionManager pool = pool(settings, current, connect, answer);
        String bundle = settings.sslBundle();
        HttpClientBuilder client = HttpClientBuilder.create();
        if (bundle != null) {
            changes.accept(bundle, () -> current.leave(pool));
            client.addExecInterceptorFirst(
                    "certificate",
                    new RefusedCertificate(contexts.apply(bundle).getSocketFactory(), settings.connectTimeout()));
        }
        return client.setConnectionManager(pool)
                .setConnectionReuseStrategy(current)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(answer)
                        .build())
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(),
                        "bounds",
                        (request, scope, chain) -> bounded(() -> chain.proceed(request, scope), scope, settings))
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "around", around)
                .setUserAgent("DanCu-Bus")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                // A pool has one certificate: connections that show it are not kept apart from calls that have shown
                // none yet.
                .disableConnectionState()
                .disableContentCompression()
                .build();
    }

    private ClassicHttpResponse bounded(AnswerDeadlines.Exchange exchange, ExecChain.Scope scope, PoolSettings settings)
            throws IOException, HttpException {
        AnswerDeadlines.Deadline deadline = deadlines.of(settings.deadline(), scope.execRuntime);
        ClassicHttpResponse response = deadline.within(exchange);
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            deadline.kept();
        } else if (entity.getContentLength() > settings.answerLimit()) {
            deadline.kept();
            throw new AnswerTooLargeException();
        } else {
            response.setEntity(new BoundedEntity(entity, settings.answerLimit(), deadline));
        }
        return response;
    }

    private PoolingHttpClientConnectionManager pool(
            PoolSettings settings, CurrentConnections current, Timeout connect, Timeout answer) {
        PoolingHttpClientConnectionManagerBuilder pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(settings.connections())
                .setMaxConnPerRoute(settings.connections())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEAD)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(answer)
                        .setValidateAfterInactivity(IDLE_CHECK)
                        .setTimeToLive(LIFE)
                        .build());
        if (settings.sslBundle() != null) {
            pool.setTlsSocketStrategy(
                    current.noting(new DefaultClientTlsStrategy(contexts.apply(settings.sslBundle()))));
        }
        return pool.build();
    }

    private static void close(CloseableHttpClient client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
