package vn.dancu.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import vn.dancu.bench.bare.JdbcBareTable;
import vn.dancu.bench.load.LoadClient;
import vn.dancu.bench.load.Target;

/** Starts the bare service on the bus's database, for the people that the bus knows. */
final class BareServer {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static Server start(BenchSettings settings, ClassPaths paths, Clock clock, BusServer bus) {
        // It answers what the bus answers: its table is filled from the bus's own answers.
        JdbcBareTable.fill(bus.jdbcUrl(), bus.answers());
        int port = Ports.free();
        List<String> arguments = List.of("vn.dancu.bench.bare.BareService", Integer.toString(port), bus.jdbcUrl());
        ChildJvm process = ChildJvm.start("bare", paths.folder(), settings.jvm(), paths.bare(), arguments);
        try {
            new Fetching().whenReady(port, BusServer.SERVICE + "?wsdl", process, PATIENCE);
            Target target = new Target("bare", port, BusServer.SERVICE, null);
            return new Server(process, new LoadClient(target, bus.people(), settings.width(), clock));
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private BareServer() {}
}
