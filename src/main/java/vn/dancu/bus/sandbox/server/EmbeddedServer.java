package vn.dancu.bus.sandbox.server;

/**
 * One embedded server. It may be stopped and started again on the same data and port, which is how drills take it away
 * for a while. Not for use by several threads at once.
 */
public interface EmbeddedServer {

    /** Starts and waits until the server takes connections; nothing happens if it runs. */
    void start();

    /** Stops in order and keeps the data; nothing happens if it does not run. */
    void stop();

    /** The actual port on 127.0.0.1, also while stopped. */
    int port();
}
