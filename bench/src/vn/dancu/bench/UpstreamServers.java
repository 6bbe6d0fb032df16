package vn.dancu.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import vn.dancu.bench.load.LoadClient;
import vn.dancu.bench.load.Target;

/** The other side that takes no time, and the bare proxy before it. */
record UpstreamServers(int port, ChildJvm side) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static UpstreamServers start(BenchSettings settings, ClassPaths paths) {
        int port = Ports.free();
        List<String> arguments = List.of("vn.dancu.bench.bare.ZeroDelaySide", Integer.toString(port));
        return new UpstreamServers(
                port, ChildJvm.start("zero-delay", paths.folder(), settings.jvm(), paths.bare(), arguments));
    }

    /** The settings of a bus that asks it. */
    List<String> settings() {
        return List.of(
                "--dancu.register.kind=upstream",
                "--dancu.upstream.national.dialect=official",
                "--dancu.upstream.national.address=http://127.0.0.1:" + port,
                "--dancu.upstream.national.path=/tra-cuu",
                "--dancu.upstream.national.account.username=hub",
                "--dancu.upstream.national.account.secret-key=synthetic");
    }

    /** The least that a hub can do, asked about the people of that bus. */
    Server proxy(BenchSettings settings, ClassPaths paths, Clock clock, BusServer bus) {
        int own = Ports.free();
        List<String> arguments =
                List.of("vn.dancu.bench.bare.BareProxy", Integer.toString(own), Integer.toString(port));
        ChildJvm process = ChildJvm.start("bare", paths.folder(), settings.jvm(), paths.bare(), arguments);
        try {
            new Fetching().whenReady(own, "/soap/services", process, PATIENCE);
            Target target = new Target("bare", own, BusServer.SERVICE, null);
            return new Server(process, new LoadClient(target, bus.people(), settings.width(), clock));
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    @Override
    public void close() {
        side.close();
    }
}
