package vn.dancu.bus.message.lossless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.lossless.TreeMaking.Strangeness;

/** What holds for every message of one family. */
@AddLifecycleHook(Report.class)
abstract class FamilyProperties {

    static final String SEED = "20261124";
    static final int TRIES = 10_000;

    private static final MessageContext CONTEXT = MessageContext.create();

    private final Version version;
    private final Grammar grammar;
    private final MessageFormat xml;
    private final MessageFormat json;
    private final CanonicalXml canonical;

    FamilyProperties(Version version) {
        this.version = version;
        this.grammar = Grammar.of(version);
        this.xml = CONTEXT.xml(version);
        this.json = CONTEXT.json(version);
        this.canonical = new CanonicalXml(grammar);
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void comesBackFromJsonAsTheSameDocument(@ForAll("keptMessages") Sample sample, @ForAll long dress) {
        byte[] document = sample.document(dress);
        try (Message read = xml.read(in(document), Reaction.LENIENT)) {
            byte[] asJson = json.write(read);
            try (Message back = jsonOf(sample.root()).read(in(asJson), Reaction.LENIENT)) {
                assertThat(canonical.of(xml.write(back))).isEqualTo(canonical.of(document));
                assertThat(json.write(back)).isEqualTo(asJson);
            }
        }
    }

    @Provide
    Arbitrary<Sample> keptMessages() {
        return messages(Strangeness.DEVIATING);
    }

    private Arbitrary<Sample> messages(Strangeness strangeness) {
        return Arbitraries.fromGenerator(
                random -> ShrinkableTree.of(grammar, new TreeMaking(grammar, new Chance(random), strangeness).root()));
    }

    private MessageFormat jsonOf(Node message) {
        return grammar.isNativeJson() ? json.ofRoot(message.name()) : json;
    }

    private static InputStream in(byte[] document) {
        return new ByteArrayInputStream(document);
    }

    @Override
    public String toString() {
        return version.toString();
    }
}
