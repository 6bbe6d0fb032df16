package vn.dancu.bus.document.axis.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.AxisSettings.Http;

/**
 * The HTTP connections of one account: a pool of their own, so that a slow axis takes none of another's. It follows no
 * redirect, keeps no cookie and tries nothing again: the plan of the verb does.
 */
public final class AxisHttp implements AutoCloseable {

    private static final TimeValue IDLE_CHECK = TimeValue.ofSeconds(2);
    private static final TimeValue LIFE = TimeValue.ofMinutes(5);

    private final CloseableHttpClient client;

    public AxisHttp(Http settings, String userAgent, @Nullable SSLContext tls) {
        Timeout connect = Timeout.of(settings.connectTimeout());
        Timeout response = Timeout.of(settings.responseTimeout());
        PoolingHttpClientConnectionManagerBuilder pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(settings.connections())
                .setMaxConnPerRoute(settings.connections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(response)
                        .setValidateAfterInactivity(IDLE_CHECK)
                        .setTimeToLive(LIFE)
                        .build());
        if (tls != null) {
            pool.setTlsSocketStrategy(new DefaultClientTlsStrategy(tls));
        }
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(pool.build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(response)
                        .build())
                .setUserAgent(userAgent)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                // Otherwise a connection on which a certificate was shown is never used again.
                .disableConnectionState()
                .disableContentCompression();
        URI proxy = settings.proxy();
        if (proxy != null) {
            builder.setProxy(HttpHost.create(proxy));
        }
        this.client = builder.build();
    }

    /** The answer, whose body is still to be read; the caller closes it. */
    public ClassicHttpResponse open(HttpUriRequestBase request) throws IOException {
        return client.executeOpen(null, request, null);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
