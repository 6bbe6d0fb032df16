package vn.dancu.bus.codebook.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.codebook.CodebookSettings;
import vn.dancu.bus.codebook.PullFault;
import vn.dancu.bus.http.client.AnswerTooLargeException;

/** The platform over HTTP, for one pull: a token for the client's credentials first, and once more when it is refused on the way. */
public final class PlatformClient implements PlatformCalls {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,8192}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CodebookSettings settings;
    private final HttpClient http;
    private @Nullable String token;

    public PlatformClient(CodebookSettings settings, HttpClient http) {
        this.settings = settings;
        this.http = http;
    }

    /** What came: the status, and the body as it was. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Reply(int status, byte[] body) {}

    @Override
    public byte[] lists() {
        return get("/dmdc/1.0/AllCategory");
    }

    @Override
    public byte[] metadata(String list) {
        return get("/dmdc/Metadata/" + encoded(list));
    }

    @Override
    public byte[] records(String list) {
        return get("/dmdc/Category/" + encoded(list));
    }

    private byte[] get(String path) {
        Reply reply = asked(path);
        if (reply.status() == UNAUTHORIZED) {
            token = null;
            reply = asked(path);
        }
        if (reply.status() == UNAUTHORIZED) {
            throw new PlatformException(PullFault.TOKEN_REFUSED, "an account that may read catalogues");
        }
        if (reply.status() != OK) {
            throw new PlatformException(PullFault.STATUS_WRONG, "status 200, not " + reply.status());
        }
        return reply.body();
    }

    private Reply asked(String path) {
        HttpGet get = new HttpGet(address(Objects.requireNonNull(settings.address()), path));
        get.setHeader("Authorization", "Bearer " + token());
        get.setHeader("Accept", "application/json");
        return send(get);
    }

    private String token() {
        String held = token;
        if (held == null) {
            held = fetched();
            token = held;
        }
        return held;
    }

    private String fetched() {
        HttpPost post = new HttpPost(Objects.requireNonNull(settings.tokenAddress()));
        String pair = settings.account() + ":" + settings.secret();
        post.setHeader(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        post.setEntity(new UrlEncodedFormEntity(
                List.of(new BasicNameValuePair("grant_type", "client_credentials")), StandardCharsets.UTF_8));
        Reply reply = send(post);
        if (reply.status() != OK) {
            throw new PlatformException(PullFault.TOKEN_REFUSED, "status 200 for a token, not " + reply.status());
        }
        try {
            JsonNode answer = JSON.readTree(new String(reply.body(), StandardCharsets.UTF_8));
            String value = answer.path("access_token").asText();
            if (TOKEN.matcher(value).matches()) {
                return value;
            }
        } catch (JsonProcessingException e) {
            // the same rule
        }
        throw new PlatformException(PullFault.TOKEN_REFUSED, "an access_token");
    }

    private Reply send(HttpUriRequestBase request) {
        try {
            return http.execute(
                    request,
                    response -> new Reply(
                            response.getCode(),
                            response.getEntity() == null
                                    ? new byte[0]
                                    : EntityUtils.toByteArray(response.getEntity())));
        } catch (AnswerTooLargeException e) {
            throw new PlatformException(PullFault.TOO_LARGE, "at most " + settings.answerLimit(), e);
        } catch (IOException e) {
            throw new PlatformException(PullFault.UNAVAILABLE, "a whole answer in time", e);
        }
    }

    private static URI address(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }

    private static String encoded(String list) {
        return URLEncoder.encode(list, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
