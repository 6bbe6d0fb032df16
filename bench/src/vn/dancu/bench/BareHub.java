package vn.dancu.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import vn.dancu.bench.load.QueueClient;
import vn.dancu.bench.load.Target;

/** Starts the sandbox's broker with a bare loop in place of the bus, for the same questions of the same hub. */
final class BareHub {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE_NANOS = 100_000_000;

    /** With the question before it an answer is as long as one of the bus. */
    private static final int ANSWER_CHARACTERS = 1_010;

    static Server start(BenchSettings settings, ClassPaths paths, BusServer bus) {
        Sandbox sandbox = Sandbox.fresh(paths.folder(), "bare");
        List<String> arguments = List.of(
                "vn.dancu.bus.sandbox.server.BareLane",
                sandbox.data().toString(),
                Integer.toString(sandbox.artemis()),
                BusServer.PARTNER.user(),
                BusServer.PARTNER.secret(),
                Integer.toString(settings.width()),
                Integer.toString(ANSWER_CHARACTERS));
        ChildJvm process = ChildJvm.start("bare", paths.folder(), settings.jvm(), paths.bare(), arguments);
        try {
            awaitPort(sandbox.artemis(), process);
            Target target = new Target("bare", sandbox.artemis(), "", null);
            return new Server(process, new QueueClient(target, BusServer.PARTNER, bus.people(), settings.width()));
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static void awaitPort(int port, ChildJvm process) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            process.checkAlive();
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw new IllegalStateException("The broker of the bare loop does not listen");
    }

    private BareHub() {}
}
