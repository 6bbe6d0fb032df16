package vn.dancu.bus.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.function.Function;

/** The values of one call by name: the account's, and those that the call itself has. */
final class CallValues implements Function<String, String> {

    static final String TIMESTAMP = "timestamp";
    static final String SERVICE_PATH = "servicePath";
    static final String LGSP_TOKEN = "lgspToken";
    static final String ACCESS_TOKEN = "accessToken";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Dialect dialect;
    private final Call call;

    CallValues(Dialect dialect, Call call) {
        this.dialect = dialect;
        this.call = call;
    }

    /** What no account has to give to a call with that recipe. */
    static Set<String> ofTheCall(CredentialRecipe recipe) {
        return recipe instanceof CredentialRecipe.LgspToken
                ? Set.of(TIMESTAMP, SERVICE_PATH, LGSP_TOKEN)
                : Set.of(TIMESTAMP, SERVICE_PATH);
    }

    @Override
    public String apply(String name) {
        return switch (name) {
            case TIMESTAMP -> dialect.time().sent().write(call.at());
            case SERVICE_PATH -> call.path();
            case LGSP_TOKEN ->
                dialect.credentials() instanceof CredentialRecipe.LgspToken recipe
                        ? lgspToken(recipe)
                        : ofAccount(name);
            default -> ofAccount(name);
        };
    }

    private String ofAccount(String name) {
        String value = call.account().values().get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "A call in the dialect " + dialect.name() + " needs the account value " + name);
        }
        return value;
    }

    private String lgspToken(CredentialRecipe.LgspToken recipe) {
        ObjectNode properties = JSON.createObjectNode();
        recipe.properties().forEach(name -> properties.put(name, ofAccount(name)));
        try {
            byte[] json = JSON.writeValueAsString(properties).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An object of texts cannot be written", e);
        }
    }
}
