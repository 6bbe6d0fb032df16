package vn.dancu.bus.sandbox.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A refusal of the bus as a citizen reads it.
 *
 * @param code of the bus
 * @param title what happened
 * @param advice what can be done; empty where nothing
 * @param detail which part of the account differs, for instance; empty where nothing is to be said
 * @param occurrence to be named when asking for help; empty where there is none
 * @param again whether a new sign-in mends it
 */
record RefusalText(String code, String title, String advice, String detail, String occurrence, boolean again) {

    private static final Set<String> MENDED_BY_SIGN_IN = Set.of(
            "citizen_token_missing",
            "citizen_token_invalid",
            "citizen_token_expired",
            "citizen_token_replayed",
            "citizen_not_matched",
            "assurance_too_low");

    static RefusalText of(BusAnswer answer, CitizenTexts texts) {
        String code = answer.code().isEmpty() ? "unknown" : answer.code();
        JsonNode problem = answer.json();
        String key = "error." + code;
        String said = texts.vietnamese()
                ? problem.path("title").asText()
                : problem.path("detailEn").asText().split("\\. ", 2)[0];
        String title = texts.has(key) || said.isEmpty() ? texts.of(texts.has(key) ? key : "error.unknown") : said;
        return new RefusalText(
                code,
                title,
                advice(key, problem.path("field").asText(), texts),
                "citizen_not_matched".equals(code) ? differing(problem, texts) : "",
                problem.path("occurrence").asText(),
                MENDED_BY_SIGN_IN.contains(code));
    }

    /** For that field of the question, or for all. */
    private static String advice(String key, String field, CitizenTexts texts) {
        String special = key + "." + field + ".advice";
        String general = key + ".advice";
        return texts.has(special) || texts.has(general) ? texts.of(texts.has(special) ? special : general) : "";
    }

    /** The names of the claims that differ, in words. */
    private static String differing(JsonNode problem, CitizenTexts texts) {
        StringBuilder words = new StringBuilder();
        for (String claim : problem.path("field").asText().split(",\\s*")) {
            String key = "claim." + claim;
            if (texts.has(key)) {
                words.append(words.isEmpty() ? "" : ", ").append(texts.of(key));
            }
        }
        return words.toString();
    }
}
