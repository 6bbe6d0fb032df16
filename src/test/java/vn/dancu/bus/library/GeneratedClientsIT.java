package vn.dancu.bus.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;

/**
 * Clients that openapi-generator makes from the document that the running bus serves compile, and the programs of {@code
 * samples/openapi} ask with them. {@code mvn verify -Plong} fetches the generator.
 */
@EnabledIfSystemProperty(
        named = "openapi.generator",
        matches = ".+",
        disabledReason = "mvn verify -Plong fetches openapi-generator")
class GeneratedClientsIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final Path SAMPLES = Path.of("samples/openapi");

    @Test
    void askInJava(@TempDir Path folder) throws Exception {
        generate(
                folder,
                "-g",
                "java",
                "--library",
                "restclient",
                "--additional-properties",
                "openApiNullable=false,useJakartaEe=true,invokerPackage=vn.example.dancu.rest,"
                        + "apiPackage=vn.example.dancu.rest.api,modelPackage=vn.example.dancu.rest.model");
        Path sources = folder.resolve("src/main/java");
        Files.copy(SAMPLES.resolve("java/RestLookUp.java"), sources.resolve("RestLookUp.java"));
        List<String> classes = Stream.concat(
                        Stream.of(sources.toString()),
                        Jars.all().stream().filter(jar -> !jar.contains("logback-classic")))
                .toList();

        assertThat(Sources.compile(sources, classes)).doesNotContain("error:");
        assertAsks(ChildProgram.java(classes, "RestLookUp", Map.of()));
    }

    @Test
    void askInPython(@TempDir Path folder) throws Exception {
        assumeThat(ChildProgram.works("python3", "--version"))
                .as("python3 is not on this machine")
                .isTrue();
        generate(folder, "-g", "python", "--additional-properties", "packageName=dancu_client");
        assertThat(ChildProgram.works("python3", "-m", "compileall", "-q", folder.toString()))
                .isTrue();
        assumeThat(ChildProgram.works(
                        "python3", "-c", "import dateutil, pydantic, urllib3; assert pydantic.VERSION >= '2'"))
                .as("python3 has no pydantic 2 here: the client was compiled and not run")
                .isTrue();

        assertAsks(new ChildProgram(
                List.of("python3", SAMPLES.resolve("python/rest_lookup.py").toString()),
                Map.of("PYTHONPATH", folder.toString())));
    }

    @Test
    void askInTypeScript(@TempDir Path folder) throws Exception {
        String compiler = Stream.of(
                        SAMPLES.resolve("typescript/node_modules/.bin/tsc").toString(), "tsc")
                .filter(command -> ChildProgram.works(command, "--version"))
                .findFirst()
                .orElse("");
        assumeThat(compiler)
                .as("tsc is not on this machine: npm install in samples/openapi/typescript")
                .isNotEmpty();
        generate(folder.resolve("client"), "-g", "typescript-fetch");
        Path program = folder.resolve("rest-lookup.ts");
        Files.copy(SAMPLES.resolve("typescript/rest-lookup.ts"), program);

        new ChildProgram(
                        List.of(
                                compiler,
                                "--strict",
                                "--target",
                                "es2022",
                                "--module",
                                "commonjs",
                                "--moduleResolution",
                                "node",
                                "--lib",
                                "es2022,dom"),
                        Map.of())
                .run(folder, program.toString());
        assertAsks(new ChildProgram(
                List.of("node", folder.resolve("rest-lookup.js").toString()), Map.of()));
    }

    private static void generate(Path folder, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("generate", "-i", address() + "/openapi/v1.yaml"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("-o", folder.toString()));
        Files.createDirectories(folder);
        new ChildProgram(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                System.getProperty("openapi.generator")),
                        Map.of())
                .run(folder, arguments.toArray(String[]::new));
    }

    private static void assertAsks(ChildProgram program) throws Exception {
        Person person = BUS.anybody();
        String given = person.hoVaTen().substring(person.hoVaTen().lastIndexOf(' ') + 1);

        assertThat(ask(program, "sandbox-h41")).isEqualTo(person.soDinhDanh() + " " + given + "\n");
        assertThat(ask(program, "another")).startsWith("401 ").contains("\"code\":\"credentials_wrong\"");
    }

    private static String ask(ChildProgram program, String secret) throws Exception {
        Person person = BUS.anybody();
        Map<String, String> environment = new HashMap<>(program.environment());
        environment.putAll(Map.of("DANCU_USER", "h41-lgsp", "DANCU_SECRET", secret));
        Path folder = Files.createTempDirectory(Path.of("target"), "generated-client-");
        return new ChildProgram(program.command(), environment)
                .run(folder, address(), person.soDinhDanh(), person.folded(), person.compactBirthDate());
    }

    private static String address() {
        return "http://127.0.0.1:" + BUS.ports().http();
    }
}
