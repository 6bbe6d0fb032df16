package vn.dancu.bus.sandbox.signin;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Which faults are still to be played, and how often. */
final class TokenFaultPlan {

    /** Until the plan is changed. */
    private static final int FOR_EVER = 0;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<TokenFault, Integer> left = new EnumMap<>(TokenFault.class);

    /** Whether the fault is played now. */
    synchronized boolean plays(TokenFault fault) {
        Integer times = left.get(fault);
        if (times == null) {
            return false;
        }
        if (times == 1) {
            left.remove(fault);
        } else if (times > 1) {
            left.put(fault, times - 1);
        }
        return true;
    }

    synchronized void clear() {
        left.clear();
    }

    /**
     * Takes a plan: by the word of a fault how often it is played, 0 for ever.
     *
     * @throws IllegalArgumentException for another fault, or a number below 0
     */
    synchronized void replace(InputStream json) throws IOException {
        Map<TokenFault, Integer> read = new EnumMap<>(TokenFault.class);
        JSON.readTree(json)
                .properties()
                .forEach(each -> read.put(
                        TokenFault.of(each.getKey()).orElseThrow(() -> new IllegalArgumentException("No such fault")),
                        times(each.getValue().asInt(-1))));
        left.clear();
        left.putAll(read);
    }

    private static int times(int times) {
        if (times < FOR_EVER) {
            throw new IllegalArgumentException("How often must be a number from 0");
        }
        return times;
    }

    /** What is still to be played. */
    synchronized byte[] shown() throws IOException {
        Map<String, Integer> shown = new TreeMap<>();
        left.forEach((fault, times) -> shown.put(fault.word(), times));
        return JSON.writeValueAsBytes(shown);
    }
}
