package vn.dancu.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.dancu.bench.load.Credentials;
import vn.dancu.bench.load.Load;
import vn.dancu.bench.load.LoadClient;
import vn.dancu.bench.load.Person;
import vn.dancu.bench.load.QueueClient;
import vn.dancu.bench.load.Target;

/** The whole bus in its sandbox, ready, with the people that it answers for. */
final class BusServer implements AutoCloseable {

    static final String SERVICE = "/soap/population/v1";
    static final Credentials PARTNER = new Credentials("h41-lgsp", "sandbox-h41");

    private static final String LOOKUP = "/api/v1/citizens/lookup";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final Sandbox sandbox;
    private final ChildJvm process;
    private final Server server;
    private final List<Person> people;
    private final List<byte[]> answers;
    private final JdbcTrail trail;
    private final long recordsBefore;

    private BusServer(
            String name,
            Sandbox sandbox,
            ChildJvm process,
            LoadClient client,
            List<Person> people,
            List<byte[]> answers) {
        this.name = name;
        this.sandbox = sandbox;
        this.process = process;
        this.server = new Server(process, client);
        this.people = people;
        this.answers = answers;
        this.trail = new JdbcTrail(sandbox.jdbcUrl());
        this.recordsBefore = trail.state().records();
    }

    /** @param name what its rounds are called, and its folder and its log */
    static BusServer start(String name, BenchSettings settings, ClassPaths paths, Clock clock) {
        return start(name, settings, paths, clock, List.of());
    }

    /** @param more settings of the bus */
    static BusServer start(String name, BenchSettings settings, ClassPaths paths, Clock clock, List<String> more) {
        Sandbox sandbox = Sandbox.fresh(paths.folder(), name);
        List<String> arguments = new ArrayList<>(sandbox.arguments(paths.routes()));
        arguments.addAll(List.of("--dancu.sandbox.axis.port=0", "--dancu.sandbox.sms.port=0"));
        arguments.addAll(more);
        ChildJvm process = ChildJvm.start(name, paths.folder(), settings.jvm(), paths.bus(), arguments);
        try {
            return ready(name, settings, clock, sandbox, process);
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /** Asks about each listed person once and keeps those it answers for: some were deceased or replaced on purpose. */
    private static BusServer ready(
            String name, BenchSettings settings, Clock clock, Sandbox sandbox, ChildJvm process) {
        List<Person> listed = people(settings, sandbox, process);
        Target target = new Target(name, sandbox.http(), SERVICE, PARTNER);
        List<byte[]> all = new LoadClient(target, listed, 1, clock).askEach(listed.size());
        List<Person> people = new ArrayList<>();
        List<byte[]> answers = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            byte[] answer = all.get(i);
            if (answer != null) {
                people.add(listed.get(i));
                answers.add(answer);
            }
        }
        if (people.isEmpty() || people.size() < listed.size() / 2) {
            throw new IllegalStateException(
                    "The bus answers for " + people.size() + " of " + listed.size() + " people only");
        }
        LoadClient client = new LoadClient(target, people, settings.width(), clock);
        return new BusServer(name, sandbox, process, client, people, answers);
    }

    private static List<Person> people(BenchSettings settings, Sandbox sandbox, ChildJvm process) {
        Fetching fetching = new Fetching();
        fetching.whenReady(sandbox.http(), "/actuator/health/readiness", process, PATIENCE);
        String path = "/sandbox/citizens?limit=" + settings.people();
        String listed = fetching.whenReady(sandbox.http(), path, process, PATIENCE);
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

    /** The bus at its SOAP door. */
    Server server() {
        return server;
    }

    /** The bus at the door of that name: soap, rest or hub. */
    Server door(String door, int width, Clock clock) {
        return switch (door) {
            case "soap" -> server;
            case "rest" -> rest(width, clock);
            case "hub" -> queues(width);
            default -> throw new IllegalArgumentException(door + " is none of soap, rest and hub");
        };
    }

    /** The same under another name. */
    Server soap(String as, int width, Clock clock) {
        Target target = new Target(as, sandbox.http(), SERVICE, PARTNER);
        return new Server(process, new LoadClient(target, people, width, clock));
    }

    /** The bus under another load. */
    Server under(Load load) {
        return new Server(process, load);
    }

    /** The bus at its REST door, with one token for all questions. */
    Server rest(int width, Clock clock) {
        String token = new Fetching().token(sandbox.http(), PARTNER);
        Target target = Target.rest(name, sandbox.http(), LOOKUP, token);
        return new Server(process, new LoadClient(target, people, width, clock));
    }

    /** The bus at the queues of the same partner, with at most so many questions in flight. */
    Server queues(int width) {
        return new Server(
                process, new QueueClient(new Target(name, sandbox.artemis(), "", null), PARTNER, people, width));
    }

    List<Person> people() {
        return people;
    }

    /** The bus's answer about each of the people, a SOAP envelope. */
    List<byte[]> answers() {
        return answers;
    }

    int http() {
        return sandbox.http();
    }

    String jdbcUrl() {
        return sandbox.jdbcUrl();
    }

    /** One sentence: whether each question has its record. */
    String trail(Server... asked) {
        JdbcTrail.State state = trail.state();
        long questions = Stream.of(asked).mapToLong(Server::asked).sum();
        return "audit trail: " + (state.records() - recordsBefore) + " records for " + questions
                + " questions to the bus, warm-up included; " + state.behind() + " of them not yet in Kafka";
    }

    @Override
    public void close() {
        server.close();
    }
}
