package vn.dancu.bench;

import java.time.Duration;
import vn.dancu.bench.load.Load;
import vn.dancu.bench.load.Round;
import vn.dancu.bench.profile.ThreadTimes;

/** Runs a round and weighs the processor time that it took. */
final class Meter {

    private Meter() {}

    static Measured run(Load client, ChildJvm server, Duration duration, int connections) {
        server.checkAlive();
        Duration serverBefore = server.cpu();
        Duration compilerBefore = ThreadTimes.of(server.pid()).compiler();
        Duration clientBefore = own();
        Duration databaseBefore = database();
        Round round = client.run(duration, connections);
        return new Measured(
                round,
                micros(serverBefore, server.cpu(), round),
                micros(compilerBefore, ThreadTimes.of(server.pid()).compiler(), round),
                micros(clientBefore, own(), round),
                micros(databaseBefore, database(), round));
    }

    private static double micros(Duration before, Duration after, Round round) {
        return after.minus(before).toNanos() / 1_000.0 / Math.max(1, round.answers());
    }

    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Duration database() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .filter(info -> info.command().orElse("").endsWith("/postgres"))
                .map(info -> info.totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
