package vn.dancu.bus.message.lossless;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.Finding;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.lossless.TreeMaking.Strangeness;
import vn.dancu.bus.message.typed.TypedElement;

/** What holds for every message of one family. */
@AddLifecycleHook(Report.class)
abstract class FamilyProperties {

    static final String SEED = "20261124";

    // Read by name: how often an element may stand is said to our reader alone, and Xerces accepts more.
    private static final Set<Version> IN_ANY_ORDER = Set.of(Version.EDXML_V1, Version.EDOC_V1, Version.XROAD_V1);
    private static final MessageContext CONTEXT = MessageContext.create();
    private static final Reaction NOTES = finding -> {
        if (finding.severity() != Finding.Severity.NOTE) {
            throw new AssertionError("Accepted by a reader: " + finding);
        }
    };

    private final Version version;
    private final Grammar grammar;
    private final MessageFormat xml;
    private final MessageFormat json;
    private final CanonicalXml canonical;
    private final JsonSchema jsonSchema;
    private final Xerces xerces;

    FamilyProperties(Version version) {
        this.version = version;
        this.grammar = Grammar.of(version);
        this.xml = CONTEXT.xml(version);
        this.json = CONTEXT.json(version);
        this.canonical = new CanonicalXml(grammar);
        this.jsonSchema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(new String(CONTEXT.jsonSchema(version), StandardCharsets.UTF_8));
        this.xerces = Xerces.of(version);
    }

    @Property(seed = SEED, edgeCases = EdgeCasesMode.NONE)
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

    @Property(seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void comesBackFromItsClassesAsTheSameDocument(@ForAll("keptMessages") Sample sample, @ForAll long dress) {
        byte[] document = sample.document(dress);
        try (Message read = xml.read(in(document), Reaction.LENIENT);
                Message back = CONTEXT.message(read.as(TypedElement.class))) {
            assertThat(canonical.of(xml.write(back))).isEqualTo(canonical.of(document));
            assertThat(xml.write(back)).isEqualTo(xml.write(read));
        }
    }

    @Property(seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void isJsonThatItsJsonSchemaAccepts(@ForAll("openMessages") Sample sample, @ForAll long dress) {
        try (Message read = xml.read(in(sample.document(dress)))) {
            String asJson = new String(json.write(read), StandardCharsets.UTF_8);

            assertThat(jsonSchema.validate(asJson, InputFormat.JSON)).as(asJson).isEmpty();
        }
    }

    @Property(seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void getsTheVerdictOfXmlSchema(@ForAll("validMessages") Sample sample, @ForAll long change) {
        Chance chance = Chance.of(change);
        Node changed = chance.oneIn(5) ? sample.root() : Breaking.of(grammar, sample.root(), chance);
        byte[] document = XmlDressing.of(grammar, changed, chance);
        boolean accepted = isAccepted(document);
        boolean acceptedThere = xerces.accepts(document);
        boolean agreed = accepted == acceptedThere || (IN_ANY_ORDER.contains(version) && acceptedThere);

        assertThat(agreed)
                .as("here %s, there %s: %s", accepted, acceptedThere, new String(document, StandardCharsets.UTF_8))
                .isTrue();
        Statistics.label("accepted").collect(accepted).coverage(coverage -> {
            coverage.check(true).percentage(percent -> percent > 10);
            coverage.check(false).percentage(percent -> percent > 10);
        });
    }

    @Provide
    Arbitrary<Sample> keptMessages() {
        return messages(Strangeness.DEVIATING);
    }

    @Provide
    Arbitrary<Sample> openMessages() {
        return messages(Strangeness.OPEN);
    }

    @Provide
    Arbitrary<Sample> validMessages() {
        return messages(Strangeness.VALID);
    }

    private Arbitrary<Sample> messages(Strangeness strangeness) {
        return Arbitraries.fromGenerator(
                random -> ShrinkableTree.of(grammar, new TreeMaking(grammar, new Chance(random), strangeness).root()));
    }

    private boolean isAccepted(byte[] document) {
        try (Message read = xml.read(in(document))) {
            // A reader checks on its way what a validator checks in the tree.
            CONTEXT.validator(version).check(read, NOTES);
            return true;
        } catch (BusException e) {
            return false;
        }
    }

    private MessageFormat jsonOf(Node message) {
        return grammar.isNativeJson() ? json.ofRoot(message.name()) : json;
    }

    private static InputStream in(byte[] document) {
        return new ByteArrayInputStream(document);
    }

    /** The family, for the report. */
    @Override
    public String toString() {
        return version.toString();
    }
}
