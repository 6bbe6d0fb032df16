package vn.dancu.bus.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.CitizenQuery;

/** The values of one call by name: the account's, and those that the call itself has. */
final class CallValues implements Function<String, String> {

    static final String TIMESTAMP = "timestamp";
    static final String SERVICE_PATH = "servicePath";
    static final String LGSP_TOKEN = "lgspToken";
    static final String ACCESS_TOKEN = "accessToken";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final String QUESTION_ID = "questionId";
    static final String QUESTION_OFFICER = "questionOfficer";

    private final Dialect dialect;
    private final Call call;
    private final @Nullable CitizenQuery question;

    CallValues(Dialect dialect, Call call) {
        this(dialect, call, null);
    }

    /** @param question that the call asks; null for a call that brings a token */
    CallValues(Dialect dialect, Call call, @Nullable CitizenQuery question) {
        this.dialect = dialect;
        this.call = call;
        this.question = question;
    }

    /** What no account has to give to a call with that recipe. */
    static Set<String> ofTheCall(CredentialRecipe recipe) {
        return recipe instanceof CredentialRecipe.LgspToken
                ? Set.of(TIMESTAMP, SERVICE_PATH, QUESTION_ID, QUESTION_OFFICER, LGSP_TOKEN)
                : Set.of(TIMESTAMP, SERVICE_PATH, QUESTION_ID, QUESTION_OFFICER);
    }

    @Override
    public String apply(String name) {
        return switch (name) {
            case TIMESTAMP -> dialect.time().sent().write(call.at());
            case SERVICE_PATH -> call.path();
            case QUESTION_ID -> question == null ? ofAccount(name) : question.requestId();
            case QUESTION_OFFICER -> question == null ? ofAccount(name) : question.officer();
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
