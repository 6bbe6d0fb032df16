package vn.dancu.bus.upstream.token;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import vn.dancu.bus.dialect.Account;
import vn.dancu.bus.dialect.Call;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.TokenRequest;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.upstream.UpstreamSettings;
import vn.dancu.bus.upstream.call.CallFailure;

/** Asks the token address of one upstream. */
record TokenCalls(
        UpstreamSettings.Upstream settings, Dialect dialect, Account account, HttpClient client, Clock clock) {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** @throws CallFailure {@code upstream_token_unavailable}, {@code upstream_token_invalid}, {@code upstream_credentials_refused} */
    TokenAnswer fetch() {
        TokenRequest request = TokenRequest.of(dialect, new Call(account, settings.path(), clock.instant()))
                .orElseThrow();
        URI base = settings.token().address() == null
                ? settings.address()
                : settings.token().address();
        HttpPost post = new HttpPost(URI.create(base.toString().replaceFirst("/+$", "") + request.path()));
        request.headers().forEach(post::addHeader);
        post.setEntity(new ByteArrayEntity(request.body().getBytes(StandardCharsets.UTF_8), null));
        try {
            return client.execute(post, this::read);
        } catch (IOException e) {
            throw CallFailure.overCertificate(e)
                    .orElseGet(() -> CallFailure.unasked(ErrorCode.UPSTREAM_TOKEN_UNAVAILABLE, e));
        }
    }

    private TokenAnswer read(ClassicHttpResponse response) throws IOException {
        byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
        return switch (response.getCode()) {
            case OK -> TokenAnswer.read(body, settings.token());
            case BAD_REQUEST, UNAUTHORIZED, FORBIDDEN ->
                throw CallFailure.of(ErrorCode.UPSTREAM_CREDENTIALS_REFUSED, null);
            default -> throw CallFailure.unasked(ErrorCode.UPSTREAM_TOKEN_UNAVAILABLE, null);
        };
    }
}
