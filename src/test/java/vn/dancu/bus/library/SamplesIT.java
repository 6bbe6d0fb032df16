package vn.dancu.bus.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.tools.ws.WsImport;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.cxf.tools.common.ToolContext;
import org.apache.cxf.tools.wsdlto.WSDLToJava;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Signature;

/**
 * The SOAP clients of {@code samples/} with the WSDL that the running bus serves: the one in Java with the classes of both
 * generators, the others where their language and library are on the machine.
 */
class SamplesIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String PACKAGE = "vn.example.dancu";

    /** What makes the classes of a client. */
    enum Generator {
        WSIMPORT {
            @Override
            void generate(String wsdl, Path sources) throws Throwable {
                assertThat(WsImport.doMain(new String[] {
                            "-quiet", "-Xnocompile", "-keep", "-p", PACKAGE, "-d", sources.toString(), wsdl
                        }))
                        .isZero();
            }
        },
        WSDL2JAVA {
            @Override
            void generate(String wsdl, Path sources) throws Exception {
                new WSDLToJava(new String[] {"-p", PACKAGE, "-d", sources.toString(), wsdl})
                        .run(new ToolContext(), new ByteArrayOutputStream());
            }
        };

        abstract void generate(String wsdl, Path sources) throws Throwable;
    }

    /** A language whose library makes the client from the WSDL when it runs. */
    enum Language {
        PHP("samples/php/lookup.php", "php", "-r", "exit(class_exists('SoapClient') ? 0 : 1);"),
        PYTHON("samples/python/lookup.py", "python3", "-c", "import zeep"),
        NODE("samples/node/lookup.js", "node", "-e", "require(require.resolve('soap', {paths: ['samples/node']}))");

        private final String program;
        private final String command;
        private final String[] probe;

        Language(String program, String command, String... probe) {
            this.program = program;
            this.command = command;
            this.probe = probe;
        }
    }

    @ParameterizedTest
    @EnumSource
    void askByClassesInOnePackage(Generator generator, @TempDir Path folder) throws Throwable {
        generator.generate(address() + "?wsdl", folder);
        Files.copy(Path.of("samples/java/src/main/java/LookUp.java"), folder.resolve("LookUp.java"));

        assertThat(Sources.compile(folder, with(folder))).isEmpty();
        assertRight(secret -> ChildProgram.java(with(folder), "LookUp", as(secret)), folder);
    }

    @ParameterizedTest
    @EnumSource
    void askInOtherLanguages(Language language, @TempDir Path folder) throws Exception {
        assumeThat(ChildProgram.works(language.command, language.probe))
                .as(language.command + " with its SOAP library is not on this machine: " + language.program
                        + " was not run")
                .isTrue();

        assertRight(secret -> new ChildProgram(List.of(language.command, language.program), as(secret)), folder);
    }

    private interface Client {
        ChildProgram with(String secret);
    }

    private static void assertRight(Client client, Path folder) throws Exception {
        Person person = BUS.anybody();
        String given = person.hoVaTen().substring(person.hoVaTen().lastIndexOf(' ') + 1);
        String[] arguments = {address(), person.soDinhDanh(), person.folded(), person.compactBirthDate()};

        assertThat(client.with("sandbox-h41").run(folder, arguments))
                .isEqualTo(person.soDinhDanh() + " " + given + "\n");
        assertThat(client.with("another").run(folder, arguments))
                .startsWith("credentials_wrong: Thông tin xác thực sai.");
    }

    private static Map<String, String> as(String secret) {
        return Map.of("DANCU_USER", "h41-lgsp", "DANCU_SECRET", secret);
    }

    // A client has one runtime, and here it is that of CXF; and its log goes elsewhere than its answer.
    private static List<String> with(Path folder) {
        return Stream.concat(
                        Stream.of(folder.toString()),
                        Jars.all().stream().filter(jar -> !jar.matches(".*/(jaxws-rt|logback)-.*")))
                .toList();
    }

    private static String address() {
        return "http://127.0.0.1:" + BUS.ports().http() + Signature.PATH;
    }
}
