package vn.dancu.bus.shelf.history;

import java.util.Optional;

/**
 * The right to deploy, which one instance has at a time. It goes with the connection of its holder: when the process dies,
 * the right is free at once, and what it had begun is seen to be nobody's.
 */
public interface DeploymentLock {

    /** The right, if nobody has it. */
    Optional<Held> tryTake();

    /** The right while it is held. */
    interface Held extends AutoCloseable {

        @Override
        void close();
    }
}
