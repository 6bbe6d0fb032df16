package vn.dancu.bus.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which calls go wrong, by counting: the same calls give the same faults. */
public final class FaultPlan {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Set<Fault.Kind> playable;
    private final String code;
    private final List<Rule> rules = new ArrayList<>();

    /**
     * @param playable what this mock can play; a plan with anything else is refused
     * @param code the error of a fault that names none
     */
    public FaultPlan(Set<Fault.Kind> playable, String code) {
        this.playable = playable;
        this.code = code;
    }

    private static final class Rule {
        private final Fault fault;
        private int seen;
        private int played;

        private Rule(Fault fault) {
            this.fault = fault;
        }

        boolean applies(String verb) {
            if (!fault.verb().equals(Fault.ANY) && !fault.verb().equals(verb)) {
                return false;
            }
            seen++;
            if (seen % fault.every() != 0 || fault.times() > 0 && played >= fault.times()) {
                return false;
            }
            played++;
            return true;
        }
    }

    /** The fault of this call; of several rules the first that applies. */
    public synchronized Optional<Fault> next(String verb) {
        return rules.stream()
                .filter(rule -> rule.applies(verb))
                .map(rule -> rule.fault)
                .findFirst();
    }

    public synchronized void clear() {
        rules.clear();
    }

    /**
     * Puts a list of faults in the place of the plan.
     *
     * @throws IllegalArgumentException for a fault that this mock does not play
     */
    public synchronized void replace(InputStream json) throws IOException {
        List<Rule> read = new ArrayList<>();
        for (JsonNode each : JSON.readTree(json)) {
            Fault fault = new Fault(
                    each.path("verb").asText(Fault.ANY),
                    Fault.Kind.of(each.path("fault").asText()),
                    Math.max(1, each.path("every").asInt(1)),
                    Math.max(0, each.path("times").asInt(0)),
                    each.path("delayMillis").asLong(1000),
                    each.path("code").asText(code));
            if (!playable.contains(fault.fault())) {
                throw new IllegalArgumentException("This mock plays " + playable);
            }
            read.add(new Rule(fault));
        }
        rules.clear();
        rules.addAll(read);
    }

    /** The plan, and how often each fault was played. */
    public synchronized byte[] shown() throws IOException {
        ArrayNode shown = JSON.createArrayNode();
        for (Rule rule : rules) {
            shown.addObject()
                    .put("verb", rule.fault.verb())
                    .put("fault", rule.fault.fault().word())
                    .put("every", rule.fault.every())
                    .put("times", rule.fault.times())
                    .put("delayMillis", rule.fault.delayMillis())
                    .put("code", rule.fault.code())
                    .put("played", rule.played);
        }
        return JSON.writeValueAsBytes(shown);
    }
}
