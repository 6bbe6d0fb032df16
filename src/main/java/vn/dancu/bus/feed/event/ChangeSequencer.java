package vn.dancu.bus.feed.event;

/** Gives places to all changes that are there, and wakes the relay. */
final class ChangeSequencer {

    private final JdbcSequencer changes;
    private final Runnable relay;

    ChangeSequencer(JdbcSequencer changes, Runnable relay) {
        this.changes = changes;
        this.relay = relay;
    }

    void run() {
        int taken;
        do {
            taken = changes.sequence();
            if (taken > 0) {
                relay.run();
            }
        } while (JdbcSequencer.isFull(taken));
    }
}
