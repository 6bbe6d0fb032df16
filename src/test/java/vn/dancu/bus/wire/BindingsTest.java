package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.tools.xjc.Driver;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.message.Version;

/** Whoever would rather have classes can have them: JAXB makes them from every family with the bindings beside it. */
class BindingsTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> makesClassesThatReadTheExamples() {
        return Arrays.stream(Version.values())
                .map(version -> dynamicTest(version.family() + "/v" + version.number(), () -> check(version)));
    }

    private void check(Version version) throws Exception {
        Path sources = Files.createDirectory(folder.resolve(version.name()));
        Path classes = Files.createDirectory(folder.resolve(version.name() + ".classes"));

        generate(version, sources);
        compile(sources, classes);

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Unmarshaller reader =
                    JAXBContext.newInstance(packageIn(sources), loader).createUnmarshaller();
            reader.setEventHandler(event -> false);
            Path example = examples(version).get(0);
            Object read = reader.unmarshal(example.toFile());
            Object value = read instanceof JAXBElement<?> element ? element.getValue() : read;
            assertThat(value.getClass().getClassLoader()).as("%s", example).isSameAs(loader);
        }
    }

    private static void generate(Version version, Path sources) throws Exception {
        Path schema = Path.of(version.schema());
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        String[] arguments = {
            "-d",
            sources.toString(),
            "-b",
            schema.resolveSibling("bindings.xjb").toString(),
            "-catalog",
            "schemas/catalog.xml",
            "-nv",
            "-no-header",
            "-extension",
            "-encoding",
            "UTF-8",
            schema.toString()
        };
        assertThat(Driver.run(arguments, out, out)).as("%s", told).isZero();
    }

    private static void compile(Path sources, Path classes) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-d", classes.toString(), "-proc:none", "-cp", jarOf(JAXBContext.class));
            assertThat(compiler.getTask(
                                    null, files, null, options, null, files.getJavaFileObjectsFromPaths(java(sources)))
                            .call())
                    .isTrue();
        }
    }

    private static List<Path> java(Path sources) throws Exception {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** The package that the bindings name: the families do not share one. */
    private static String packageIn(Path sources) throws Exception {
        List<Path> factories = java(sources).stream()
                .filter(file -> file.endsWith("ObjectFactory.java"))
                .toList();
        assertThat(factories).hasSize(1);
        return sources.relativize(factories.get(0).getParent()).toString().replace('/', '.');
    }

    private static List<Path> examples(Version version) {
        return Examples.of(version.family() + "/v" + version.number()).good(".xml");
    }

    private static String jarOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
