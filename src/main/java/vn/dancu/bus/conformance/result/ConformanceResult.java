package vn.dancu.bus.conformance.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What came of a run of the suite.
 *
 * @param run id of the run
 * @param suite version of the suite
 * @param target the address that was asked, without a path
 * @param partner as whom it was asked
 * @param began when the first case began
 * @param ended when the last one ended
 * @param cases in the order of the suite
 */
public record ConformanceResult(
        String run, int suite, String target, String partner, Instant began, Instant ended, List<CaseResult> cases) {

    /** The version that this program writes and reads. */
    public static final int SUITE = 1;

    private static final String TYPE = "dancu-conformance/v1";
    private static final int MAX_CASES = 500;
    private static final int MAX_TEXT = 1000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public ConformanceResult {
        cases = List.copyOf(cases);
    }

    /** The cases that failed although nobody may go live without them. */
    public List<CaseResult> failedMandatory() {
        return cases.stream()
                .filter(one -> one.mandatory() && one.outcome() == CaseResult.Outcome.FAILED)
                .toList();
    }

    /** The cases that nobody may go live without and that were not asked. */
    public List<CaseResult> skippedMandatory() {
        return cases.stream()
                .filter(one -> one.mandatory() && one.outcome() == CaseResult.Outcome.SKIPPED)
                .toList();
    }

    public long passed() {
        return count(CaseResult.Outcome.PASSED);
    }

    public long failed() {
        return count(CaseResult.Outcome.FAILED);
    }

    public long skipped() {
        return count(CaseResult.Outcome.SKIPPED);
    }

    private long count(CaseResult.Outcome outcome) {
        return cases.stream().filter(one -> one.outcome() == outcome).count();
    }

    /** The document that is signed. */
    public String json() {
        ObjectNode document = JSON.createObjectNode()
                .put("type", TYPE)
                .put("run", run)
                .put("suite", suite)
                .put("target", target)
                .put("partner", partner)
                .put("began", began.toString())
                .put("ended", ended.toString());
        ArrayNode all = document.putArray("cases");
        for (CaseResult one : cases) {
            all.addObject()
                    .put("id", one.id())
                    .put("mandatory", one.mandatory())
                    .put("vi", one.vi())
                    .put("en", one.en())
                    .put("clause", one.clause())
                    .put("expected", one.expected())
                    .put("seen", one.seen())
                    .put("outcome", one.outcome().code())
                    .put("millis", one.millis());
        }
        return document.toPrettyString();
    }

    /** @throws IllegalArgumentException where the text is no such document */
    public static ConformanceResult read(String text) {
        try {
            JsonNode document = JSON.readTree(text);
            JsonNode all = document.path("cases");
            if (!TYPE.equals(document.path("type").textValue())
                    || !all.isArray()
                    || all.isEmpty()
                    || all.size() > MAX_CASES) {
                throw new IllegalArgumentException("No result of conformance");
            }
            List<CaseResult> cases = new ArrayList<>();
            all.forEach(one -> cases.add(oneCase(one)));
            return new ConformanceResult(
                    text(document, "run"),
                    document.path("suite").asInt(),
                    text(document, "target"),
                    text(document, "partner"),
                    Instant.parse(text(document, "began")),
                    Instant.parse(text(document, "ended")),
                    cases);
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("No result of conformance", e);
        }
    }

    private static CaseResult oneCase(JsonNode one) {
        JsonNode mandatory = one.path("mandatory");
        if (!mandatory.isBoolean()) {
            throw new IllegalArgumentException("A case says whether it is mandatory");
        }
        return new CaseResult(
                text(one, "id"),
                mandatory.booleanValue(),
                text(one, "vi"),
                text(one, "en"),
                text(one, "clause"),
                text(one, "expected"),
                text(one, "seen"),
                CaseResult.Outcome.valueOf(text(one, "outcome").toUpperCase(Locale.ROOT)),
                one.path("millis").asLong());
    }

    private static String text(JsonNode object, String name) {
        String text = object.path(name).textValue();
        if (text == null || text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("A result has texts of at most " + MAX_TEXT + " characters");
        }
        return text;
    }
}
