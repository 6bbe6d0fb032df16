package vn.dancu.bus.message.lossless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.lossless.TreeMaking.Strangeness;

/** The properties are worth what their messages are: that these hold what is awkward is not left to chance. */
class GeneratedMessagesTest {

    private static final MessageContext CONTEXT = MessageContext.create();
    private static final int MESSAGES = 400;

    @Test
    void holdWhatIsAwkward() {
        Map<String, Predicate<String>> wanted = new LinkedHashMap<>();
        wanted.put("byte order mark", text -> text.startsWith("\uFEFF"));
        wanted.put("no declaration", text -> !text.contains("<?xml "));
        wanted.put("prefix for the family", text -> text.contains("<ns1:") || text.contains("<tiền:"));
        wanted.put("no namespace again", text -> text.contains("xmlns=\"\"") || text.contains("xmlns=''"));
        wanted.put("section", text -> text.contains("<![CDATA["));
        wanted.put("comment", text -> text.contains("<!--"));
        wanted.put("instruction", text -> text.contains("<?pi?>"));
        wanted.put("reference", text -> text.contains("&#x"));
        wanted.put("carriage return", text -> text.contains("&#13;") || text.contains("&#xd;"));
        wanted.put("decomposed letters", text -> text.contains("e\u0302\u0303"));
        wanted.put("beyond the basic plane", text -> text.contains("\uD840\uDC00"));
        wanted.put("order in JSON", text -> text.contains("\"#order\""));
        wanted.put("mixed content in JSON", text -> text.contains("\"#mixed\""));
        wanted.put("no namespace in JSON", text -> text.contains("\"{}"));
        wanted.put("namespace with braces", text -> text.contains("{urn:{braces}}"));
        wanted.put("empty element", text -> text.contains("\"\"") || text.contains("{}"));
        wanted.put("padded number", text -> text.contains("\"007\"") || text.contains("\"01\""));
        wanted.put("year alone", text -> text.contains("\"Nam\":\""));

        for (Version version : Version.values()) {
            Grammar grammar = Grammar.of(version);
            for (int seed = 0; seed < MESSAGES; seed++) {
                String made = made(grammar, seed);
                wanted.values().removeIf(feature -> feature.test(made));
            }
        }

        assertThat(wanted).isEmpty();
    }

    @Test
    void areOfEveryRoot() {
        for (Version version : Version.values()) {
            Grammar grammar = Grammar.of(version);
            assertThat(IntStream.range(0, MESSAGES)
                            .mapToObj(seed -> new TreeMaking(grammar, Chance.of(seed), Strangeness.VALID)
                                    .root()
                                    .name()))
                    .as(version.toString())
                    .containsAll(grammar.roots());
        }
    }

    // Both wires of one message.
    private static String made(Grammar grammar, long seed) {
        Version version = grammar.version();
        Sample sample = new Sample(grammar, new TreeMaking(grammar, Chance.of(seed), Strangeness.DEVIATING).root());
        byte[] xml = sample.document(seed);
        try (Message read = CONTEXT.xml(version).read(new ByteArrayInputStream(xml), Reaction.LENIENT)) {
            return new String(xml, StandardCharsets.UTF_8)
                    + new String(CONTEXT.json(version).write(read), StandardCharsets.UTF_8);
        }
    }
}
