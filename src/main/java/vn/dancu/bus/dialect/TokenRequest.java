package vn.dancu.bus.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The request that brings an access token, for those dialects that have one. What comes of it goes into the account as
 * {@code accessToken}. Where the token stands in the answer is not part of a pack.
 *
 * @param path where to POST
 * @param headers Content-Type among them
 * @param body a form or a JSON object
 */
public record TokenRequest(String path, Map<String, String> headers, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The token request of that dialect; empty when it has none. */
    public static Optional<TokenRequest> of(Dialect dialect, Call call) {
        CallValues values = new CallValues(dialect, call);
        return dialect.credentials().tokenCall().map(token -> of(dialect.credentials(), token, values));
    }

    @Override
    public String toString() {
        return "TokenRequest[" + path + ", masked]";
    }

    private static TokenRequest of(CredentialRecipe recipe, CredentialRecipe.TokenCall token, CallValues values) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CallHeaders.CONTENT_TYPE, token.json() ? "application/json" : "application/x-www-form-urlencoded");
        token.headers().forEach((name, template) -> headers.put(name, template.fill(values)));
        if (recipe instanceof CredentialRecipe.LgspToken lgsp
                && lgsp.sent() != CredentialRecipe.LgspToken.Sent.QUESTION) {
            headers.put(lgsp.header(), values.apply(CallValues.LGSP_TOKEN));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        token.fields().forEach((name, template) -> fields.put(name, template.fill(values)));
        return new TokenRequest(token.path(), headers, token.json() ? json(fields) : form(fields));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An object of texts cannot be written", e);
        }
    }
}
