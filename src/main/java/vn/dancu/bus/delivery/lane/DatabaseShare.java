package vn.dancu.bus.delivery.lane;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** How many connections of the database's pool all lanes use at once; the others are for those who ask. */
final class DatabaseShare {

    private final Semaphore connections;

    DatabaseShare(int connections) {
        this.connections = new Semaphore(connections, true);
    }

    <T> T use(Supplier<T> work) {
        connections.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            connections.release();
        }
    }
}
