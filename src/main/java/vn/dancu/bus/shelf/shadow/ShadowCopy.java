package vn.dancu.bus.shelf.shadow;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The copy of one message on its way through the new version: at each edge it gets what the live message got there. */
final class ShadowCopy {

    /** Name of the exchange property that carries it. */
    static final String KEY = "DanCuShadowCopy";

    private final List<Recording.Call> left;
    private final List<Met> met = new ArrayList<>();
    private @Nullable EdgeKey missing;
    private @Nullable Object given;

    /** An edge that the copy came to, and how it looked there. */
    record Met(EdgeKey key, MessageShape shape) {}

    ShadowCopy(Recording live) {
        this.left = new ArrayList<>(live.calls());
        this.given = live.begin().body();
    }

    /** What the step does to the copy; a step whose answer nobody has ends it. */
    synchronized void meet(EdgeKey key, Exchange exchange) {
        met.add(new Met(key, MessageShape.of(Snapshot.of(exchange))));
        for (Iterator<Recording.Call> calls = left.iterator(); calls.hasNext(); ) {
            Recording.Call call = calls.next();
            if (call.key().text().equals(key.text())) {
                calls.remove();
                given = call.after().body();
                call.after().repeat(call.before(), exchange);
                return;
            }
        }
        if (!key.isSend()) {
            missing = missing == null ? key : missing;
            exchange.setRouteStop(true);
        }
    }

    /** Whether the body that it was given last could not be copied, so that its steps cannot work on it. */
    synchronized boolean lacksBody() {
        return given == Snapshot.ELSEWHERE;
    }

    synchronized List<Met> met() {
        return List.copyOf(met);
    }

    /** The first step that the live message did not do and whose answer the copy would need; null when there was none. */
    synchronized @Nullable EdgeKey missing() {
        return missing;
    }
}
