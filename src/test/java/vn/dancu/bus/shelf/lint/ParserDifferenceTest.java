package vn.dancu.bus.shelf.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import vn.dancu.bus.kernel.YamlPlace;

/**
 * Camel reads YAML 1.2 and the lint reads it with the parser of YAML 1.1: of a text that the lint takes, both must see the
 * same, or Camel refuses it. Shipped files are damaged in thousands of ways with what parsers stumble over.
 */
class ParserDifferenceTest {

    private static final String REFUSED = "refused by Camel";
    private static final int DAMAGED = Integer.getInteger("test.fuzz.yaml", 5_000);
    private static final List<String> DAMAGES = List.of(
            "\n",
            "\r\n",
            "\r",
            " ",
            "  ",
            "\t",
            "#",
            " #",
            ": ",
            ":",
            "- ",
            "-",
            "? ",
            "|",
            "|2\n",
            ">",
            ">-\n",
            "\"",
            "'",
            "\\",
            "\\\n",
            "{",
            "}",
            "[",
            "]",
            ",",
            "&a ",
            "*a",
            "!!str ",
            "!t ",
            "%YAML 1.1\n",
            "---\n",
            "...\n",
            "<<: ",
            "~",
            "null",
            "yes",
            "0o17",
            "\u0085",
            "\u2028",
            "\u00a0",
            "\ufeff",
            "\\x41",
            "\\u2028",
            "\\/",
            "@",
            "`",
            "\u0000",
            "\u007f",
            "\ud83d\ude00");

    @Test
    void readsWhatCamelReads() throws IOException {
        Random random = new Random(20261129);
        List<String> texts = RouteFolder.read(Path.of("routes")).stream()
                .map(RouteFile::text)
                .toList();
        int taken = 0;
        for (int i = 0; i < DAMAGED; i++) {
            String text = damaged(texts.get(random.nextInt(texts.size())), random);
            if (isTaken(text)) {
                taken++;
                assertThat(ofCamel(text)).as(text).isIn(REFUSED, ofLint(YamlPlace.plain("x", text, 24)));
            }
        }
        assertThat(taken).as("texts that the lint takes").isGreaterThan(DAMAGED / 100);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(damaged.length());
            if (random.nextInt(4) == 0) {
                damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(20)));
            } else {
                damaged.insert(at, DAMAGES.get(random.nextInt(DAMAGES.size())));
            }
        }
        return damaged.toString();
    }

    /** By the rules on texts alone, whatever the vocabulary says. */
    private static boolean isTaken(String text) {
        return RouteLint.check(List.of(new RouteFile("x.camel.yaml", text, true))).findings().stream()
                .map(RouteFinding::rule)
                .noneMatch(Set.of(RouteRule.FILE_YAML, RouteRule.FILE_CHARACTERS)::contains);
    }

    private static Object ofLint(YamlPlace place) {
        if (place.scalar().isPresent()) {
            return place.scalar().get();
        }
        if (place.entries().isPresent()) {
            List<Object> entries = new ArrayList<>();
            place.entries()
                    .get()
                    .forEach(entry -> entries.add(List.of(ofLint(entry.getKey()), ofLint(entry.getValue()))));
            return List.of("mapping", entries);
        }
        return place.items().stream().map(ParserDifferenceTest::ofLint).toList();
    }

    private static Object ofCamel(String text) {
        try {
            return ofCamel(new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .orElseThrow());
        } catch (YamlEngineException | IndexOutOfBoundsException e) {
            return REFUSED;
        }
    }

    private static Object ofCamel(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        if (node instanceof MappingNode mapping) {
            List<Object> entries = new ArrayList<>();
            mapping.getValue()
                    .forEach(tuple -> entries.add(List.of(ofCamel(tuple.getKeyNode()), ofCamel(tuple.getValueNode()))));
            return List.of("mapping", entries);
        }
        return ((SequenceNode) node)
                .getValue().stream().map(ParserDifferenceTest::ofCamel).toList();
    }
}
