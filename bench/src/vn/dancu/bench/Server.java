package vn.dancu.bench;

import java.time.Duration;
import vn.dancu.bench.load.Load;

/** A server that is up, and the client that loads it. */
final class Server implements AutoCloseable {

    private final ChildJvm process;
    private final Load client;

    Server(ChildJvm process, Load client) {
        this.process = process;
        this.client = client;
    }

    void warmUp(Duration duration) {
        client.warmUp(duration);
    }

    Measured load(Duration duration, int connections) {
        return Meter.run(client, process, duration, connections);
    }

    long asked() {
        return client.asked();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
