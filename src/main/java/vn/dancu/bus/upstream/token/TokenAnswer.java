package vn.dancu.bus.upstream.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.upstream.UpstreamSettings;
import vn.dancu.bus.upstream.call.CallFailure;

/**
 * What a token call brought.
 *
 * @param value the token
 * @param lifetime how long it is good
 */
record TokenAnswer(String value, Duration lifetime) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of RFC 6750 §2.1: what may stand after Bearer. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._~+/=-]{1,8192}");

    private static final long LONGEST = Duration.ofDays(30).toSeconds();

    /** @throws CallFailure {@code upstream_token_invalid} when that is no such answer */
    static TokenAnswer read(byte[] body, UpstreamSettings.Token settings) {
        try {
            JsonNode answer = JSON.readTree(body);
            String value = answer.path(settings.property()).asText();
            JsonNode seconds = answer.path(settings.lifetimeProperty());
            long lifetime = seconds.isMissingNode() ? settings.lifetime().toSeconds() : seconds.asLong(0);
            if (VALUE.matcher(value).matches() && lifetime > 0) {
                return new TokenAnswer(value, Duration.ofSeconds(Math.min(lifetime, LONGEST)));
            }
            throw CallFailure.unasked(ErrorCode.UPSTREAM_TOKEN_INVALID, null);
        } catch (IOException e) {
            throw CallFailure.unasked(ErrorCode.UPSTREAM_TOKEN_INVALID, null);
        }
    }

    @Override
    public String toString() {
        return "TokenAnswer[masked]";
    }
}
