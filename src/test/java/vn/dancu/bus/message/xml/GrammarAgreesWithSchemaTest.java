package vn.dancu.bus.message.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.population.PopulationOperation;

/** The grammar is a second reader of the schema; the first one, Xerces, must never give another verdict. */
class GrammarAgreesWithSchemaTest {

    // Nothing beyond the basic plane: the letters of Xerces end there.
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "1",
            "037",
            "999080000001",
            "999000001",
            "Nguyễn Văn A",
            "NGUYENVANA",
            "19800102",
            "19801302",
            "1980",
            "VN",
            "vn",
            "01",
            "1234567890123",
            "a\tb",
            "canbo01@x",
            "A".repeat(100),
            "A".repeat(101),
            "<",
            "Số 1,  ngõ 2",
            "giai-quyet-tthc",
            "H'Bia Niê",
            "00004",
            "-",
            "\u0085",
            "e\u0301");

    private final Grammar grammar = Grammar.of(Version.POPULATION_V1);
    private final XmlFormat format = new XmlFormat(grammar, MessageLimits.DEFAULT);
    private final Schema schema = schema();
    private final Random random = new Random(20261124);

    @Test
    void givesTheVerdictOfXercesOnMutatedExamples() throws Exception {
        List<Node> examples = examples();
        List<String> names = examples.stream()
                .flatMap(example -> example.children().stream())
                .map(Node::name)
                .distinct()
                .toList();
        int questions = Integer.getInteger("test.oracle.questions", 5_000);
        int valid = 0;
        for (int i = 0; i < questions; i++) {
            Node mutated = examples.get(random.nextInt(examples.size()));
            for (int times = random.nextInt(3); times >= 0; times--) {
                mutated = mutate(mutated, names);
            }
            byte[] document = format.write(mutated);
            boolean expected = isValidForXerces(document);
            assertThat(isValidForGrammar(document))
                    .as("%s", new String(document, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
            valid += expected ? 1 : 0;
        }
        assertThat(valid).isBetween(questions / 20, questions - questions / 20);
    }

    private Node mutate(Node node, List<String> names) {
        List<Node> children = new ArrayList<>(node.children());
        if (children.isEmpty()) {
            return Node.text(node.name(), TEXTS.get(random.nextInt(TEXTS.size())));
        }
        int at = random.nextInt(children.size());
        Node child = children.get(at);
        switch (random.nextInt(7)) {
            case 0 -> children.remove(at);
            case 1 -> children.add(at, child);
            case 2 -> children.add(children.remove(random.nextInt(children.size())));
            case 3 ->
                children.set(
                        at,
                        new Node(
                                null,
                                names.get(random.nextInt(names.size())),
                                List.of(),
                                child.text(),
                                null,
                                child.children()));
            case 4 -> children.add(at, Node.text(names.get(random.nextInt(names.size())), "1"));
            default -> children.set(at, mutate(child, names));
        }
        return Node.of(node.name(), children);
    }

    private boolean isValidForXerces(byte[] document) throws IOException {
        try {
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
            return true;
        } catch (SAXException e) {
            return false;
        }
    }

    private boolean isValidForGrammar(byte[] document) {
        try {
            format.read(new ByteArrayInputStream(document));
            return true;
        } catch (BusException e) {
            return false;
        }
    }

    private List<Node> examples() throws Exception {
        List<Node> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("schemas/population/v1/examples"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                examples.add(format.read(Files.newInputStream(file)).root());
            }
        }
        assertThat(examples).hasSizeGreaterThanOrEqualTo(PopulationOperation.values().length);
        return examples;
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newDefaultInstance()
                    .newSchema(Path.of("schemas/population/v1/request.xsd").toFile());
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
