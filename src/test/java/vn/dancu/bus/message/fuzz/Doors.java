package vn.dancu.bus.message.fuzz;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Records;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.path.MessagePath;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.PopulationXml;

/** Every way for bytes into the library. */
final class Doors {

    private static final MessageContext CONTEXT = MessageContext.create();

    private final List<Door> doors = new ArrayList<>();

    private Doors() {}

    static List<Door> all() {
        Doors all = new Doors();
        for (Version version : Version.values()) {
            all.addFamily(version);
        }
        all.addPopulation();
        all.add("path", "", ".path", input -> path(new String(input, StandardCharsets.UTF_8)));
        return all.doors;
    }

    private void addFamily(Version version) {
        Grammar grammar = Grammar.of(version);
        MessageFormat xml = CONTEXT.xml(version);
        MessageFormat json = CONTEXT.json(version);
        Written written = new Written(grammar, xml, json);
        add(version + " xml strict", version, ".xml", input -> xml.read(in(input))
                .close());
        add(version + " xml", version, ".xml", input -> written.check(xml.read(in(input), Reaction.LENIENT)));
        List<String> roots = grammar.isNativeJson() ? List.copyOf(grammar.roots()) : List.of("");
        for (String root : roots) {
            MessageFormat rooted = root.isEmpty() ? json : json.ofRoot(root);
            String name = version + " json " + root;
            add(name + " strict", version, ".json", input -> rooted.read(in(input))
                    .close());
            add(name, version, ".json", input -> written.check(rooted.read(in(input), Reaction.LENIENT)));
        }
        for (String root : grammar.roots()) {
            if (grammar.root(root) instanceof Complex complex) {
                addRecords(version, root, complex);
            }
        }
    }

    private void addRecords(Version version, String root, Complex complex) {
        for (Rule.Step step : complex.steps()) {
            for (ElementRule element : step.alternatives()) {
                if (element.repeats()) {
                    String name = " records " + root + "/" + element.name();
                    MessageFormat xml = CONTEXT.xml(version);
                    MessageFormat json = CONTEXT.json(version).ofRoot(root);
                    add(version + " xml" + name, version, ".xml", input -> records(xml, input, element.name()));
                    add(version + " json" + name, version, ".json", input -> records(json, input, element.name()));
                }
            }
        }
    }

    private void addPopulation() {
        for (Version version : List.of(Version.QCVN_109_V1, Version.LIVE_V1)) {
            PopulationXml xml = CONTEXT.populationXml(version);
            for (PopulationOperation operation : PopulationOperation.values()) {
                add(version + " answer " + operation, version, ".xml", input -> {
                    Answer answer = xml.readAnswer(operation, in(input));
                    xml.write(answer);
                    CONTEXT.populationJson().write(answer);
                });
            }
        }
        for (PopulationOperation operation : PopulationOperation.values()) {
            add("json answer " + operation, Version.QCVN_109_V1, ".json", input -> {
                Answer answer = CONTEXT.populationJson().readAnswer(operation, in(input));
                CONTEXT.populationJson().write(answer);
                CONTEXT.populationXml(Version.QCVN_109_V1).write(answer);
            });
        }
        PopulationXml xml = CONTEXT.populationXml(Version.QCVN_109_V1);
        add("xml question", Version.POPULATION_V1, ".xml", input -> question(xml.readQuery(in(input))));
        add(
                "json question",
                Version.POPULATION_V1,
                ".json",
                input -> question(CONTEXT.populationJson().readQuery(in(input))));
    }

    private static void question(CitizenQuery query) {
        CitizenQuery fromXml = CONTEXT.populationXml(Version.QCVN_109_V1)
                .readQuery(in(CONTEXT.populationXml(Version.QCVN_109_V1).writeQuery(query)));
        CitizenQuery fromJson =
                CONTEXT.populationJson().readQuery(in(CONTEXT.populationJson().writeQuery(query)));
        if (!fromXml.equals(query) || !fromJson.equals(query)) {
            throw new AssertionError("The question does not come back");
        }
    }

    // The caller asks for a name that the root has, so that an exception beyond a refusal is a finding; except where
    // the
    // document is of another root.
    private static void records(MessageFormat format, byte[] input, String name) {
        Records records;
        try {
            records = format.records(in(input), name, Reaction.LENIENT);
        } catch (IllegalArgumentException e) {
            return;
        }
        try (records) {
            while (records.hasNext()) {
                records.next();
            }
            records.head();
        }
    }

    private static void path(String path) {
        Message message = CONTEXT.message(Version.QCVN_109_V1, Node.of("CongdanCollection", List.of()));
        try {
            MessagePath.of(path);
            message.get(path);
            message.without(path);
            message = message.with(path, "x");
        } catch (IllegalArgumentException expected) {
            // That is how a program learns that its path is none.
        }
        CONTEXT.xml(Version.QCVN_109_V1)
                .read(in(CONTEXT.xml(Version.QCVN_109_V1).write(message)), finding -> {})
                .close();
    }

    private void add(String name, Version version, String wire, Door.Entry entry) {
        add(name, version.family(), wire, entry);
    }

    private void add(String name, String family, String wire, Door.Entry entry) {
        doors.add(new Door(name, family, wire, entry));
    }

    static InputStream in(byte[] input) {
        return new ByteArrayInputStream(input);
    }

    /** What was read must be written on both wires, and from there on come back unchanged. */
    private record Written(Grammar grammar, MessageFormat xml, MessageFormat json) {

        void check(Message read) {
            try (read) {
                byte[] first = xml.write(read);
                byte[] asJson = json.write(read);
                try (Message fromXml = xml.read(in(first), Reaction.LENIENT);
                        Message fromJson = json(read).read(in(asJson), Reaction.LENIENT);
                        Message again = json(read).read(in(json.write(fromXml)), Reaction.LENIENT)) {
                    same(xml.write(fromXml), xml.write(again));
                    same(xml.write(fromJson), first);
                }
            } catch (BusException e) {
                throw new AssertionError("What was written is refused: " + e.refusal(), e);
            }
        }

        private MessageFormat json(Message message) {
            return grammar.isNativeJson() ? json.ofRoot(message.root().name()) : json;
        }

        private static void same(byte[] one, byte[] other) {
            if (!Arrays.equals(one, other)) {
                throw new AssertionError("It does not come back: " + new String(one, StandardCharsets.UTF_8) + "\n"
                        + new String(other, StandardCharsets.UTF_8));
            }
        }
    }
}
