package vn.dancu.bus.dialect;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.dancu.bus.dialect.CredentialRecipe.BasicDigest;
import vn.dancu.bus.dialect.CredentialRecipe.HmacHeaders;
import vn.dancu.bus.dialect.CredentialRecipe.LgspToken;
import vn.dancu.bus.kernel.Sha256;

/** The request headers of a call: the same dialect, account, path and moment give the same headers. */
public final class CallHeaders {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final String CONTENT_TYPE = "Content-Type";
    static final String AUTHORIZATION = "Authorization";

    private CallHeaders() {}

    /**
     * The headers of a question, Content-Type first. An account that lacks a value which the dialect needs is refused
     * with {@link IllegalArgumentException}, which names the value.
     */
    public static Map<String, String> of(Dialect dialect, Call call) {
        return of(dialect, new CallValues(dialect, call));
    }

    static Map<String, String> of(Dialect dialect, CallValues values) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CONTENT_TYPE, dialect.envelope().contentType());
        dialect.headers().forEach((name, template) -> headers.put(name, template.fill(values)));
        CredentialRecipe recipe = dialect.credentials();
        if (recipe instanceof BasicDigest digest) {
            sign(digest, values, headers);
        } else if (recipe instanceof CredentialRecipe.Bearer) {
            headers.put(AUTHORIZATION, "Bearer " + values.apply(CallValues.ACCESS_TOKEN));
        } else if (recipe instanceof LgspToken lgsp && lgsp.sent() != LgspToken.Sent.TOKEN) {
            headers.put(lgsp.header(), values.apply(CallValues.LGSP_TOKEN));
        } else if (recipe instanceof HmacHeaders hmac) {
            sign(hmac, values, headers);
        }
        return headers;
    }

    private static void sign(BasicDigest recipe, CallValues values, Map<String, String> headers) {
        String path = values.apply(CallValues.SERVICE_PATH);
        String user = values.apply("username");
        String timestamp = values.apply(CallValues.TIMESTAMP);
        String digest = Sha256.hex(
                recipe.before(path, user, timestamp) + values.apply("secretKey") + recipe.after(path, user, timestamp));
        byte[] pair = (user + ":" + digest).getBytes(StandardCharsets.UTF_8);
        headers.put(AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(pair));
        headers.put("Timestamp", timestamp);
    }

    private static void sign(HmacHeaders recipe, CallValues values, Map<String, String> headers) {
        ObjectNode signed = JSON.createObjectNode();
        recipe.signed().forEach((name, template) -> {
            String value = template.fill(values);
            headers.put(recipe.prefix() + name, value);
            signed.put(recipe.prefix() + name, value);
        });
        headers.put(recipe.prefix() + "version", recipe.version());
        headers.put(
                recipe.prefix() + recipe.namesHeader(),
                recipe.signed().keySet().stream().collect(Collectors.joining(";")));
        headers.put(recipe.prefix() + recipe.textHeader(), signed.toString());
        headers.put(recipe.prefix() + recipe.hashHeader(), hmac(signed.toString(), values.apply("secretKey")));
    }

    private static String hmac(String text, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}
