package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.camel.NamedFormats;
import vn.dancu.bus.fixtures.ScriptedInquiries;

/** The shipped {@code routes/}: each file by the lint, and all of them loaded by Camel without their servers. */
class RouteFolderTest {

    private static final Path FOLDER = Path.of("routes");

    @Test
    void keepsToTheVocabulary() throws Exception {
        Set<String> beans = offeredByTheGateway();
        List<String> findings = new ArrayList<>();
        for (Path file : files()) {
            findings.addAll(RouteLint.check(file, beans));
        }
        assertThat(files()).as("routes/ has files").isNotEmpty();
        assertThat(findings).isEmpty();
    }

    @Test
    void holdsNothingButRoutesAndTheirExplanation() throws Exception {
        assertThat(HouseFiles.under(FOLDER))
                .allMatch(file -> file.endsWith("README.md") || file.toString().endsWith(".camel.yaml"));
    }

    @Test
    void explainsEveryBeanChannelAndTemplate() throws Exception {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        Set<String> words = new TreeSet<>(offeredByTheGateway());
        for (Path file : files()) {
            Pattern.compile("dancu\\.channel\\.[a-z-]+")
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(found -> words.add(found.group()));
        }
        assertThat(words)
                .as("words that routes use and routes/README.md explains")
                .filteredOn(word -> !readme.contains("`" + word + "`"))
                .isEmpty();
    }

    @Test
    void loadsInCamelWithErrorHandlingOnEveryRoute() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.setAutoStartup(false);
            context.addComponent("jms", JmsComponent.jmsComponent(new ActiveMQConnectionFactory("vm://0")));
            context.getRegistry().bind("gateway", new GatewayStub());
            context.getRegistry().bind("inquiries", new ScriptedInquiries());
            NamedFormats.bind(context);
            context.getPropertiesComponent().setInitialProperties(placeholders());
            List<Resource> resources = files().stream()
                    .map(file -> ResourceHelper.resolveResource(context, "file:" + file))
                    .toList();
            PluginHelper.getRoutesLoader(context).loadRoutes(resources);
            context.start();

            assertThat(context.getRoutes())
                    .extracting(Route::getRouteId)
                    .contains("hub-refusal")
                    .containsAll(hubs());
            assertThat(context.getRoutes())
                    .as("an unknown routeConfigurationId is accepted in silence and switches error handling off")
                    .allSatisfy(route -> assertThat(route.getConfigurationId()).isNotNull());
        }
    }

    private static Properties placeholders() throws IOException {
        Properties values = new Properties();
        for (Path file : files()) {
            Pattern.compile("\\{\\{(dancu\\.[a-z.-]+)}}")
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(found -> values.put(
                            found.group(1), found.group(1).startsWith("dancu.channel.") ? "mock:channel" : "1"));
        }
        return values;
    }

    /** The public methods of the class that routes know as bean {@code gateway}. */
    private static Set<String> offeredByTheGateway() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vn.dancu.bus.gateway.jms")
                        .stream()
                        .filter(type -> type.getSimpleName().endsWith("Steps"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaMethod::getName)
                        .map(name -> "gateway." + name)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> hubs() throws IOException {
        return files().stream()
                .filter(file -> file.toString().contains("partners/"))
                .map(file -> file.getFileName().toString().replace(".camel.yaml", ""))
                .toList();
    }

    private static List<Path> files() throws IOException {
        return HouseFiles.under(FOLDER).stream()
                .filter(file -> file.toString().endsWith(".camel.yaml"))
                .sorted()
                .toList();
    }

    /** Camel looks for the methods when it makes a route; the lint compares them with the real ones. */
    static class GatewayStub {

        public void identifyCaller(Exchange exchange) {}

        public void addressAnswer(Exchange exchange) {}

        public void addressDeadLetter(Exchange exchange) {}
    }
}
