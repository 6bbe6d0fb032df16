package vn.dancu.bus.sandbox.national;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/** What the mock was asked, the last 10,000 calls in their order: by whom and for what, and nothing of the person. */
final class NationalJournal {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int KEPT = 10_000;

    private final Clock clock;
    private final Deque<ObjectNode> calls = new ArrayDeque<>();
    private long count;

    NationalJournal(Clock clock) {
        this.clock = clock;
    }

    /** A call that has begun; what is found out about it is put into the line. */
    synchronized ObjectNode begun(String verb, String path) {
        ObjectNode line = JSON.createObjectNode()
                .put("number", ++count)
                .put("at", clock.instant().toString())
                .put("verb", verb)
                .put("path", path);
        calls.addLast(line);
        if (calls.size() > KEPT) {
            calls.removeFirst();
        }
        return line;
    }

    synchronized void put(ObjectNode line, String name, String value) {
        line.put(name, value);
    }

    synchronized void clear() {
        calls.clear();
    }

    synchronized byte[] shown() throws IOException {
        ArrayNode shown = JSON.createArrayNode();
        calls.forEach(shown::add);
        return JSON.writeValueAsBytes(shown);
    }
}
