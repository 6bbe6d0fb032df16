package vn.dancu.bus.sandbox.national;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.dialect.CredentialRecipe;
import vn.dancu.bus.dialect.CredentialRecipe.BasicDigest;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.sandbox.SandboxNationalSettings;

/** Whether a call proves who makes it, as the pack of its form has it. */
final class NationalSignIn {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private final SandboxNationalSettings settings;
    private final NationalTokens tokens;
    private final Clock clock;

    NationalSignIn(SandboxNationalSettings settings, NationalTokens tokens, Clock clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Name and secret, or name and digest. */
    record Pair(String name, String proof) {

        @Override
        public String toString() {
            return "Pair[" + name + "]";
        }

        /** Of the header Authorization; null where it has none. */
        static @Nullable Pair of(HttpServletRequest request) {
            String header = request.getHeader("Authorization");
            if (header == null || !header.startsWith(BASIC)) {
                return null;
            }
            try {
                byte[] decoded = Base64.getDecoder()
                        .decode(header.substring(BASIC.length()).strip());
                String pair = new String(decoded, StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                return colon < 0 ? null : new Pair(pair.substring(0, colon), pair.substring(colon + 1));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    /**
     * @param body in which some hubs send the token
     * @param ahead how far the clock of this side stands ahead
     */
    boolean accepts(Dialect dialect, HttpServletRequest request, byte[] body, Duration ahead) {
        CredentialRecipe recipe = dialect.credentials();
        if (recipe instanceof BasicDigest digest) {
            return isDigestOf(digest, dialect, request, ahead);
        }
        if (recipe.tokenCall().isEmpty()) {
            return recipe instanceof CredentialRecipe.None;
        }
        String header = request.getHeader("Authorization");
        return isGood(header == null ? inBody(body) : header);
    }

    /** Whether the name and secret of a token call are those of an account. */
    boolean accepts(@Nullable Pair pair) {
        return pair != null
                && settings.secret(pair.name())
                        .filter(secret -> isSame(secret, pair.proof()))
                        .isPresent();
    }

    /** The pair that stands in a header of base64 of JSON, as some province hubs want it; null where it is none. */
    static @Nullable Pair ofLgspHeader(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            JsonNode object = JSON.readTree(new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8));
            return new Pair(
                    object.path("AccessKey").asText(), object.path("SecretKey").asText());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return null;
        }
    }

    private boolean isGood(@Nullable String bearer) {
        return bearer != null
                && bearer.startsWith(BEARER)
                && tokens.isGood(bearer.substring(BEARER.length()).strip());
    }

    private static @Nullable String inBody(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8))
                    .path("accessToken")
                    .textValue();
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private boolean isDigestOf(BasicDigest recipe, Dialect dialect, HttpServletRequest request, Duration ahead) {
        Pair pair = Pair.of(request);
        String timestamp = request.getHeader("Timestamp");
        if (pair == null || timestamp == null || !isNear(dialect, timestamp, ahead)) {
            return false;
        }
        String path = request.getRequestURI();
        return settings.secret(pair.name())
                .map(secret -> Sha256.hex(recipe.before(path, pair.name(), timestamp)
                        + secret
                        + recipe.after(path, pair.name(), timestamp)))
                .filter(digest -> isSame(digest, pair.proof()))
                .isPresent();
    }

    private boolean isNear(Dialect dialect, String timestamp, Duration ahead) {
        Optional<Instant> moment = dialect.time().accepted().stream()
                .flatMap(form -> form.read(timestamp).stream())
                .findFirst();
        return moment.filter(sent -> Duration.between(sent, clock.instant().plus(ahead))
                                .abs()
                                .compareTo(settings.window())
                        <= 0)
                .isPresent();
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
