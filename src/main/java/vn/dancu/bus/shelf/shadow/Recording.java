package vn.dancu.bus.shelf.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one message did in one route: how it came, what went over the edges, how it ended. */
final class Recording {

    /** Name of the exchange property that carries it; copies of the exchange within the route carry it too. */
    static final String KEY = "DanCuShadow";

    private final String route;
    private final String exchange;
    private final Snapshot begin;
    private final List<Call> calls = new ArrayList<>();
    private @Nullable Snapshot end;

    /** A step at an edge: how the message was before it and after it. */
    record Call(EdgeKey key, Snapshot before, Snapshot after) {}

    Recording(String route, String exchange, Snapshot begin) {
        this.route = route;
        this.exchange = exchange;
        this.begin = begin;
    }

    boolean isOf(String aRoute, String anExchange) {
        return route.equals(aRoute) && exchange.equals(anExchange);
    }

    synchronized void add(Call call) {
        if (end == null) {
            calls.add(call);
        }
    }

    synchronized void end(Snapshot last) {
        end = last;
    }

    String route() {
        return route;
    }

    Snapshot begin() {
        return begin;
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    synchronized Snapshot end() {
        return Objects.requireNonNull(end);
    }
}
