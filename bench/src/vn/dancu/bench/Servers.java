package vn.dancu.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.bench.bare.JdbcBareTable;
import vn.dancu.bench.load.Credentials;
import vn.dancu.bench.load.LoadClient;
import vn.dancu.bench.load.Person;
import vn.dancu.bench.load.Target;

/** The two servers, started and ready, with a client for each. Both see the same people and the same database. */
final class Servers implements AutoCloseable {

    private static final String SERVICE = "/soap/population/v1";
    private static final Credentials PARTNER = new Credentials("h41-lgsp", "sandbox-h41");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ChildJvm busProcess;
    private final ChildJvm bareProcess;
    private final LoadClient bus;
    private final LoadClient bare;
    private final JdbcTrail trail;
    private final long recordsBefore;

    private Servers(ChildJvm busProcess, ChildJvm bareProcess, LoadClient bus, LoadClient bare, JdbcTrail trail) {
        this.busProcess = busProcess;
        this.bareProcess = bareProcess;
        this.bus = bus;
        this.bare = bare;
        this.trail = trail;
        this.recordsBefore = trail.state().records();
    }

    static Servers start(BenchSettings settings, ClassPaths paths, Clock clock) {
        Sandbox sandbox = Sandbox.fresh(paths.folder());
        ChildJvm busProcess = ChildJvm.start("bus", paths.folder(), settings.jvm(), paths.bus(), sandbox.arguments());
        try {
            Fetching fetching = new Fetching();
            fetching.whenReady(sandbox.http(), "/actuator/health/readiness", busProcess, PATIENCE);
            String listed = fetching.whenReady(
                    sandbox.http(), "/sandbox/citizens?limit=" + settings.people(), busProcess, PATIENCE);
            Target busTarget = new Target("bus", sandbox.http(), SERVICE, PARTNER);
            List<Person> people = fillTable(busTarget, people(listed), sandbox.jdbcUrl(), clock);
            int port = Ports.free();
            ChildJvm bareProcess = startBare(settings, paths, port, sandbox.jdbcUrl());
            return new Servers(
                    busProcess,
                    bareProcess,
                    new LoadClient(busTarget, people, settings.connections(), clock),
                    new LoadClient(new Target("bare", port, SERVICE, null), people, settings.connections(), clock),
                    new JdbcTrail(sandbox.jdbcUrl()));
        } catch (RuntimeException e) {
            busProcess.close();
            throw e;
        }
    }

    /** The bare service answers what the bus answers: its table is filled from the bus's own answers. */
    private static List<Person> fillTable(Target bus, List<Person> listed, String jdbcUrl, Clock clock) {
        List<byte[]> answers = new LoadClient(bus, listed, 1, clock).askEach();
        List<Person> found = new ArrayList<>();
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            byte[] answer = answers.get(i);
            if (answer != null) {
                found.add(listed.get(i));
                records.add(answer);
            }
        }
        if (found.isEmpty() || found.size() < listed.size() / 2) {
            throw new IllegalStateException(
                    "The bus answers for " + found.size() + " of " + listed.size() + " people only");
        }
        JdbcBareTable.fill(jdbcUrl, records);
        return found;
    }

    private static ChildJvm startBare(BenchSettings settings, ClassPaths paths, int port, String jdbcUrl) {
        ChildJvm bare = ChildJvm.start(
                "bare",
                paths.folder(),
                settings.jvm(),
                paths.bare(),
                List.of("vn.dancu.bench.bare.BareService", Integer.toString(port), jdbcUrl));
        try {
            new Fetching().whenReady(port, SERVICE + "?wsdl", bare, PATIENCE);
            return bare;
        } catch (RuntimeException e) {
            bare.close();
            throw e;
        }
    }

    private static List<Person> people(String listed) {
        try {
            List<Person> people = new ArrayList<>();
            for (JsonNode one : new ObjectMapper().readTree(listed)) {
                people.add(Person.listed(
                        one.path("soDinhDanh").asText(),
                        one.path("hoVaTen").asText(),
                        one.path("ngaySinh").asText()));
            }
            return people;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The sandbox's list of citizens is no JSON", e);
        }
    }

    void warmUpBus(Duration duration) {
        bus.warmUp(duration);
    }

    void warmUpBare(Duration duration) {
        bare.warmUp(duration);
    }

    Measured loadBus(Duration duration) {
        return Meter.run(bus, busProcess, duration);
    }

    Measured loadBare(Duration duration) {
        return Meter.run(bare, bareProcess, duration);
    }

    /** One sentence: whether each question has its record. */
    String trail() {
        JdbcTrail.State state = trail.state();
        return "audit trail: " + (state.records() - recordsBefore) + " records for " + bus.asked()
                + " questions to the bus, warm-up included; " + state.behind() + " of them not yet in Kafka";
    }

    ChildJvm busProcess() {
        return busProcess;
    }

    @Override
    public void close() {
        bareProcess.close();
        busProcess.close();
    }
}
