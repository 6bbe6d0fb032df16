package vn.dancu.bus.shelf.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.camel.NamedFormats;
import vn.dancu.bus.message.Version;

/** The vocabulary against Camel, against the beans that it names, and against the page that explains it. */
class VocabularyTest {

    private static final Path PAGE = Path.of("routes/README.md");
    private static final Vocabulary VOCABULARY = Vocabulary.load();

    @Test
    void namesKeysThatCamelHas() throws IOException {
        JsonNode schema = json("/schema/camelYamlDsl.json").path("items").path("definitions");
        assertThat(schema.size()).isPositive();

        assertThat(((Form.Keys) VOCABULARY.form("step")).names())
                .allSatisfy(step -> assertThat(schema.path("org.apache.camel.model.ProcessorDefinition")
                                .path("properties")
                                .has(step))
                        .as(step)
                        .isTrue());
    }

    @Test
    void namesOptionsThatCamelsComponentsHave() throws IOException {
        for (Form.Endpoint endpoint : Stream.of("sources", "targets")
                .flatMap(kind -> VOCABULARY.endpoints(kind).stream())
                // Those of inquiry: are found in its class; the shipped lane uses them.
                .filter(endpoint ->
                        !endpoint.options().isEmpty() && endpoint.shown().startsWith("jms:"))
                .toList()) {
            String scheme = endpoint.shown().substring(0, endpoint.shown().indexOf(':'));
            JsonNode component = json("/META-INF/org/apache/camel/component/" + scheme + "/" + scheme + ".json");

            assertThat(endpoint.options().keySet())
                    .as(scheme)
                    .allMatch(option -> component.path("properties").has(option));
        }
    }

    @Test
    void namesOptionsThatTheDataFormatHas() throws IOException {
        JsonNode format = json("/META-INF/vn/dancu/bus/camel/dancu-message.json");

        assertThat(List.of("read", "write")).allSatisfy(name -> assertThat(
                        VOCABULARY.targets().get(name).options().keySet())
                .isNotEmpty()
                .allMatch(option -> format.path("properties").has(option)));
    }

    @Test
    void offersThePublicMethodsOfTheStepsAndNoOther() {
        Set<String> offered = new HashSet<>(steps("vn.dancu.bus.gateway.jms", "gateway."));
        offered.addAll(steps("vn.dancu.bus.notification", "notification."));
        offered.addAll(steps("vn.dancu.bus.feed.push", "feed."));

        assertThat(VOCABULARY.calls()).containsExactlyInAnyOrderElementsOf(offered);
    }

    private static Set<String> steps(String packageName, String bean) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(packageName).stream()
                        .filter(type -> type.getSimpleName().endsWith("Steps"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaMethod::getName)
                        .map(name -> bean + name)
                        .collect(Collectors.toSet());
    }

    @Test
    void namesTheDataFormatsThatTheBusHas() throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            NamedFormats.bind(camel);
            Predicate<String> named =
                    ((Form.Value) VOCABULARY.form("formatName")).pattern().asMatchPredicate();

            assertThat(Stream.of(Version.values()).map(Version::family))
                    .allMatch(named)
                    .allMatch(family -> named.test(family + "-xml") && named.test(family + "-json"));
            assertThat(((Form.Value) VOCABULARY.form("formatName"))
                            .pattern()
                            .pattern()
                            .replaceFirst("\\((.*?)\\).*", "$1")
                            .split("\\|"))
                    .allMatch(name -> camel.getRegistry().lookupByName(name) != null);
        }
    }

    @Test
    void isThePageThatPeopleRead() throws IOException {
        assertThat(row("Steps")).containsExactlyInAnyOrderElementsOf(((Form.Keys) VOCABULARY.form("step")).names());
        assertThat(row("From")).containsExactlyInAnyOrderElementsOf(shown("sources"));
        assertThat(row("To")).containsExactlyInAnyOrderElementsOf(shown("targets"));
        assertThat(row("Options of a queue"))
                .containsExactlyInAnyOrderElementsOf(
                        VOCABULARY.sources().get("queue").options().keySet());
        assertThat(row("Options of `ask`"))
                .contains("ask")
                .containsAll(VOCABULARY.targets().get("ask").options().keySet());
        assertThat(row("Options of `unmarshal`"))
                .contains("unmarshal")
                .containsAll(VOCABULARY.targets().get("read").options().keySet());
        assertThat(row("Options of `marshal`"))
                .contains("marshal")
                .containsAll(VOCABULARY.targets().get("write").options().keySet());
        assertThat(firstColumn("| Bean and method |")).containsExactlyInAnyOrderElementsOf(VOCABULARY.calls());
    }

    @Test
    void hasFormsThatAreReached() {
        Set<String> reached = new TreeSet<>(Set.of("root"));
        for (int before = 0; before < reached.size(); ) {
            before = reached.size();
            Set.copyOf(reached).forEach(name -> reached.addAll(namedBy(VOCABULARY.form(name))));
        }
        Stream.of("sources", "targets")
                .flatMap(kind -> VOCABULARY.endpoints(kind).stream())
                .forEach(endpoint -> reached.addAll(endpoint.options().values()));

        assertThat(VOCABULARY.forms().keySet()).containsExactlyInAnyOrderElementsOf(reached);
    }

    private static List<String> namedBy(Form form) {
        if (form instanceof Form.Items items) {
            return List.of(items.form());
        }
        return form instanceof Form.Keys keys
                ? keys.names().stream()
                        .map(keys::formOf)
                        .filter(name -> !name.equals(FormCheck.OPTIONS))
                        .toList()
                : List.of();
    }

    private static List<String> shown(String kind) {
        return VOCABULARY.endpoints(kind).stream().map(Form.Endpoint::shown).toList();
    }

    /** The words in code of the row that begins so. */
    private static List<String> row(String heading) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| " + heading + " |"))
                .flatMap(line -> Pattern.compile("`([^`]+)`").matcher(line).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> firstColumn(String head) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int from = lines.indexOf(
                lines.stream().filter(line -> line.startsWith(head)).findFirst().orElseThrow());
        return lines.stream()
                .skip(from + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.replaceFirst("\\| `([^`]+)`.*", "$1"))
                .toList();
    }

    private static JsonNode json(String resource) throws IOException {
        try (InputStream in = VocabularyTest.class.getResourceAsStream(resource)) {
            return JsonMapper.builder().build().readTree(Objects.requireNonNull(in, resource));
        }
    }
}
