package vn.dancu.bus.dialect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a call proves who makes it. The values come from an {@link Account}; a recipe holds none. */
public sealed interface CredentialRecipe {

    /** The names of the account values that it needs. */
    Set<String> needs();

    /** The call that brings the access token, where there is one. */
    default Optional<TokenCall> tokenCall() {
        return Optional.empty();
    }

    /** Nothing is proved by a header. */
    record None() implements CredentialRecipe {
        @Override
        public Set<String> needs() {
            return Set.of();
        }
    }

    /**
     * {@code Authorization: Basic base64(username:digest)} and {@code Timestamp}; the digest is lower-case hex SHA-256
     * over the parts, one after the other with nothing between them.
     *
     * @param parts each at most once, the secret among them
     */
    record BasicDigest(List<Part> parts) implements CredentialRecipe {

        /** What may go into the digest. */
        public enum Part {
            SERVICE_PATH("servicePath"),
            USERNAME("username"),
            TIMESTAMP("timestamp"),
            SECRET_KEY("secretKey");

            private final String word;

            Part(String word) {
                this.word = word;
            }

            /** As a pack names it. */
            public String word() {
                return word;
            }
        }

        /** The recipe of the population service. */
        public static final BasicDigest POPULATION = new BasicDigest(List.of(Part.values()));

        public BasicDigest {
            parts = List.copyOf(parts);
            if (!parts.contains(Part.SECRET_KEY) || Set.copyOf(parts).size() != parts.size()) {
                throw new IllegalArgumentException("A digest takes secretKey, and every part once");
            }
        }

        @Override
        public Set<String> needs() {
            return Set.of("username", "secretKey");
        }

        /** What is digested before the secret. */
        public String before(String servicePath, String username, String timestamp) {
            return text(parts.subList(0, parts.indexOf(Part.SECRET_KEY)), servicePath, username, timestamp);
        }

        /** What is digested after the secret. */
        public String after(String servicePath, String username, String timestamp) {
            int secret = parts.indexOf(Part.SECRET_KEY);
            return text(parts.subList(secret + 1, parts.size()), servicePath, username, timestamp);
        }

        private static String text(List<Part> parts, String servicePath, String username, String timestamp) {
            StringBuilder text = new StringBuilder();
            for (Part part : parts) {
                text.append(
                        switch (part) {
                            case SERVICE_PATH -> servicePath;
                            case USERNAME -> username;
                            case TIMESTAMP -> timestamp;
                            case SECRET_KEY -> "";
                        });
            }
            return text.toString();
        }
    }

    /**
     * {@code Authorization: Bearer accessToken}; the token comes from a call of its own.
     *
     * @param call that call
     */
    record Bearer(TokenCall call) implements CredentialRecipe {
        @Override
        public Set<String> needs() {
            Set<String> names = new LinkedHashSet<>(call.needs());
            names.add(CallValues.ACCESS_TOKEN);
            return names;
        }

        @Override
        public Optional<TokenCall> tokenCall() {
            return Optional.of(call);
        }
    }

    /**
     * A header with Base64 of a JSON object of account values, as some province hubs want it.
     *
     * @param header its name
     * @param properties the properties of the object, which are names of account values
     * @param sent on which calls it goes
     * @param call the call that brings the access token; null where there is none
     */
    record LgspToken(String header, List<String> properties, Sent sent, @Nullable TokenCall call)
            implements CredentialRecipe {

        /** On which calls a header goes. */
        public enum Sent {
            TOKEN,
            QUESTION,
            BOTH
        }

        public LgspToken {
            properties = List.copyOf(properties);
        }

        @Override
        public Set<String> needs() {
            Set<String> names = new LinkedHashSet<>(properties);
            tokenCall().ifPresent(it -> names.addAll(it.needs()));
            return names;
        }

        @Override
        public Optional<TokenCall> tokenCall() {
            return Optional.ofNullable(call);
        }
    }

    /**
     * Headers that are signed together, as the document axis wants them: HMAC-SHA256 in lower-case hex over the text of a JSON object that
     * has each signed header, keyed with the account value {@code secretKey}. The text goes along, so that the other side hashes what it got.
     *
     * @param prefix stands before the name of each of these headers
     * @param version the value of the header {@code version}
     * @param signed the signed headers in the order in which they are signed
     * @param namesHeader the header that lists their names without the prefix, joined by semicolons
     * @param textHeader the header that holds that text
     * @param hashHeader the header that holds the HMAC
     */
    record HmacHeaders(
            String prefix,
            String version,
            Map<String, Template> signed,
            String namesHeader,
            String textHeader,
            String hashHeader)
            implements CredentialRecipe {

        public HmacHeaders {
            signed = Collections.unmodifiableMap(new LinkedHashMap<>(signed));
        }

        @Override
        public Set<String> needs() {
            Set<String> names = new LinkedHashSet<>(Set.of("secretKey"));
            signed.values().forEach(template -> names.addAll(template.names()));
            return names;
        }
    }

    /**
     * A call that brings an access token.
     *
     * @param path where to
     * @param json whether the fields go as a JSON object; otherwise as a form
     * @param fields what is sent
     * @param headers further headers
     */
    record TokenCall(String path, boolean json, Map<String, Template> fields, Map<String, Template> headers) {

        public TokenCall {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }

        Set<String> needs() {
            Set<String> names = new LinkedHashSet<>();
            fields.values().forEach(template -> names.addAll(template.names()));
            headers.values().forEach(template -> names.addAll(template.names()));
            return names;
        }
    }
}
