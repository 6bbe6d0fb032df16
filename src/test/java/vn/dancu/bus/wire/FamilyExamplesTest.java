package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vn.dancu.bus.wire.Examples.in;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.lossless.CanonicalXml;

/** The examples of every family, good and broken, by the one engine. */
class FamilyExamplesTest {

    // Their JSON is that of the population service and has its own tests.
    private static final Set<Version> OF_THE_POPULATION_SERVICE =
            Set.of(Version.POPULATION_V1, Version.QCVN_109_V1, Version.LIVE_V1);
    private static final MessageContext CONTEXT = MessageContext.create();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> xmlComesBackFromJsonAsTheSameDocument() {
        return Arrays.stream(Version.values()).flatMap(version -> good(version, ".xml")
                .map(file -> dynamicTest(version + " " + file.getFileName(), () -> {
                    CanonicalXml canonical = new CanonicalXml(Grammar.of(version));
                    try (Message read = CONTEXT.xml(version).read(in(file))) {
                        byte[] json = CONTEXT.json(version).write(read);
                        try (Message back = json(version, read.root().name()).read(in(json))) {
                            assertThat(canonical.of(CONTEXT.xml(version).write(back)))
                                    .isEqualTo(canonical.of(Examples.bytes(file)));
                        }
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> jsonComesBackFromXmlAsTheSameDocument() {
        return families().flatMap(version -> good(version, ".json")
                .map(file -> dynamicTest(version + " " + file.getFileName(), () -> {
                    MessageFormat json = json(version, rootOf(file));
                    try (Message read = json.read(in(file));
                            Message back = CONTEXT.xml(version)
                                    .read(in(CONTEXT.xml(version).write(read)))) {
                        assertThat(plain(tree(json.write(back)))).isEqualTo(plain(MAPPER.readTree(file.toFile())));
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> xmlIsWrittenAsTheJsonBesideIt() {
        return families().flatMap(version -> good(version, ".xml")
                .filter(file -> Files.exists(beside(file)))
                .map(file -> dynamicTest(version + " " + file.getFileName(), () -> {
                    try (Message read = CONTEXT.xml(version).read(in(file))) {
                        assertThat(tree(CONTEXT.json(version).write(read)))
                                .isEqualTo(MAPPER.readTree(beside(file).toFile()));
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsBroken() {
        return families().flatMap(version -> of(version).broken().stream()
                .map(broken -> dynamicTest(version + " " + broken, () -> {
                    BusException refused = catchThrowableOfType(BusException.class, () -> read(version, broken.file()));

                    assertThat(refused).isNotNull();
                    assertThat(refused.refusal().code().code()).isEqualTo(broken.code());
                    assertThat(refused.refusal().field()).isEqualTo(broken.field());
                    assertThat(refused).hasNoCause();
                })));
    }

    @TestFactory
    Stream<DynamicTest> readsWhatBreaksOnlyARuleThatNoSchemaCanState() {
        return families().flatMap(version -> files(of(version).folder().resolve("broken/rules"), ".xml", ".json")
                .map(file -> dynamicTest(version + " " + file.getFileName(), () -> read(version, file))));
    }

    private static void read(Version version, Path file) {
        MessageFormat format = file.toString().contains(".json") ? json(version, rootOf(file)) : CONTEXT.xml(version);
        format.read(in(file)).close();
    }

    private static Stream<Version> families() {
        return Arrays.stream(Version.values()).filter(version -> !OF_THE_POPULATION_SERVICE.contains(version));
    }

    // What a family without namespaces looks like lies in a folder of its own.
    private static Stream<Path> good(Version version, String extension) {
        Path folder = of(version).folder();
        return Stream.concat(files(folder, extension), files(folder.resolve("no-namespace"), extension));
    }

    private static Stream<Path> files(Path folder, String... endings) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> Arrays.stream(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path beside(Path xml) {
        return xml.resolveSibling(Examples.nameOf(xml) + ".json");
    }

    private static JsonNode tree(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    // XML knows no null and no empty array, which say here that something is absent; and where the schema has a number,
    // a
    // text of the same digits is one.
    private static JsonNode plain(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = MAPPER.createArrayNode();
            node.forEach(item -> array.add(plain(item)));
            return array;
        }
        if (!node.isObject()) {
            return TextNode.valueOf(node.asText());
        }
        ObjectNode object = MAPPER.createObjectNode();
        node.fields().forEachRemaining(property -> {
            JsonNode value = property.getValue();
            if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
                object.set(property.getKey(), plain(value));
            }
        });
        return object;
    }

    private static MessageFormat json(Version version, String root) {
        MessageFormat json = CONTEXT.json(version);
        return Grammar.of(version).isNativeJson() ? json.ofRoot(root) : json;
    }

    // The JSON of a family whose own wire that is does not name its root; the name of the file does.
    private static String rootOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    private static Examples of(Version version) {
        return Examples.of(version.family() + "/v" + version.number());
    }
}
