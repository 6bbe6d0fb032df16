package vn.dancu.bus.library;

import static org.assertj.core.api.Assertions.assertThat;

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

/** {@code docs/operations/soap-client.md} with the WSDL that the running bus serves, by both generators, in a JVM of its own. */
class SoapClientDocumentIT {

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

    @ParameterizedTest
    @EnumSource
    void askByClassesInOnePackage(Generator generator, @TempDir Path folder) throws Throwable {
        String address = "http://127.0.0.1:" + BUS.ports().http() + Signature.PATH;
        Person person = BUS.anybody();
        generator.generate(address + "?wsdl", folder);
        String given = person.hoVaTen().substring(person.hoVaTen().lastIndexOf(' ') + 1);
        Snippets program = Snippets.of(Files.readString(Path.of("docs/operations/soap-client.md")));

        assertThat(program.compile(folder, with(folder))).isEmpty();
        assertThat(program(folder, "sandbox-h41").run(folder, arguments(address, person)))
                .isEqualTo(person.soDinhDanh() + " " + given + "\n");
        assertThat(program(folder, "another").run(folder, arguments(address, person)))
                .startsWith("credentials_wrong: ");
    }

    private static ChildProgram program(Path classes, String secret) {
        return new ChildProgram(with(classes), "LookUp", Map.of("DANCU_USER", "h41-lgsp", "DANCU_SECRET", secret));
    }

    // A client has one runtime, and here it is that of CXF; and its log goes elsewhere than its answer.
    private static List<String> with(Path folder) {
        return Stream.concat(
                        Stream.of(folder.toString()),
                        Jars.all().stream().filter(jar -> !jar.matches(".*/(jaxws-rt|logback)-.*")))
                .toList();
    }

    private static String[] arguments(String address, Person person) {
        return new String[] {address, person.soDinhDanh(), person.folded(), person.compactBirthDate()};
    }
}
