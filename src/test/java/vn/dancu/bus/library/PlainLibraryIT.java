package vn.dancu.bus.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.istack.Pool;
import com.sun.xml.txw2.TypedXmlWriter;
import jakarta.activation.DataHandler;
import jakarta.xml.bind.JAXBContext;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.codehaus.stax2.XMLStreamReader2;
import org.eclipse.angus.activation.MailcapFile;
import org.glassfish.jaxb.core.v2.model.nav.Navigator;
import org.glassfish.jaxb.runtime.v2.ContextFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The library's jar, with the five libraries that it needs and nothing else, in a JVM of its own. */
class PlainLibraryIT {

    private static final List<Class<?>> NEEDED = List.of(
            WstxInputFactory.class,
            XMLStreamReader2.class,
            JsonFactory.class,
            ObjectMapper.class,
            JsonProperty.class,
            Yaml.class);

    private static final String EXPECTED =
            """
            org.springframework.context.annotation.Bean | is not there
            org.springframework.modulith.ApplicationModule | is not there
            org.apache.camel.Exchange | is not there
            org.apache.cxf.Bus | is not there
            jakarta.xml.bind.JAXBContext | is not there
            org.slf4j.Logger | is not there
            vn.dancu.bus.BusApplication | is not there
            citizen/v1/examples/mot-cong-dan.xml | comes back
            edxml/v1/examples/ba-tep.xml | comes back
            CongDan[0]/SoDinhDanh | field_invalid
            12 chữ số | 12 digits
            11 ký tự, toàn chữ số | 11 characters, all digits
            refused | field_invalid
            path | Bình
            masked | ***
            record | 999080000001
            live loses | [HoVaTen, Cha, Me, VoChong, NguoiDaiDien, ChuHo]
            000.00.00.H41 | 255044462d
            /soap/population/v1 | [Content-Type, SOAPAction, Authorization, Timestamp]
            ethnicity | Exact[candidate=Candidate[code=ethnicity 06 (gso_census), ground=SAME_NAME, confidence=VERIFIED]]
            provinces | 34
            """;

    /** What JAXB itself is made of. */
    private static final List<Class<?>> NEEDED_FOR_CLASSES = List.of(
            JAXBContext.class,
            ContextFactory.class,
            Navigator.class,
            TypedXmlWriter.class,
            Pool.class,
            DataHandler.class,
            MailcapFile.class);

    @Test
    void worksWithoutSpringCamelAndJaxb(@TempDir Path folder) throws Exception {
        Path said = folder.resolve("said.txt");

        ChildProgram program = ChildProgram.java(
                path(classesOf(PlainLibraryUse.class, folder), NEEDED), PlainLibraryUse.class.getName(), Map.of());
        String output = program.run(folder, "schemas", said.toString());

        assertThat(output).isEmpty();
        assertThat(Files.readString(said)).isEqualTo(EXPECTED);
    }

    @Test
    void givesTheFirstProgramOfTheDocumentItsClasses(@TempDir Path folder) throws Exception {
        Snippets first = new Snippets(List.of(Snippets.of(Files.readString(Path.of("docs/message-library.md")))
                .all()
                .get(0)));
        List<String> path = path(folder.toString(), NEEDED);
        path.addAll(NEEDED_FOR_CLASSES.stream().map(Jars::of).toList());

        assertThat(first.compile(folder, path)).isEmpty();
        assertThat(ChildProgram.java(path, first.all().get(0).name(), Map.of()).run(folder))
                .isEqualTo(first.all().get(0).output());
    }

    private static List<String> path(String classes, List<Class<?>> needed) throws IOException {
        List<String> path = new ArrayList<>(List.of(classes, jar().toString()));
        path.addAll(needed.stream().map(Jars::of).toList());
        return path;
    }

    @Test
    void carriesTheLibraryAndNothingElse() throws IOException {
        try (JarFile opened = new JarFile(jar().toFile())) {
            List<String> entries = opened.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .toList();

            assertThat(entries)
                    .contains(
                            "vn/dancu/bus/message/MessageContext.class",
                            "vn/dancu/bus/dialect/Dialects.class",
                            "vn/dancu/schema/citizen/v1/CongDan.class",
                            "vn/dancu/bus/catalogue/crosswalk/Translations.class",
                            "schemas/edxml/v1/edxml.xsd",
                            "messages_vi.properties")
                    .allMatch(entry -> entry.matches(
                            "(vn/dancu/bus/(kernel|message|dialect|catalogue)/|vn/dancu/schema/|META-INF/|schemas/|catalogues/|dialects/).*"
                                    + "|messages_(vi|en)\\.properties"))
                    .noneMatch(entry -> entry.matches(".*(Wiring|Settings)\\.class|.*/examples/.*|META-INF/spring.*"));
        }
    }

    /** The classes of one program, away from all other tests. */
    private static String classesOf(Class<?> program, Path folder) throws IOException, URISyntaxException {
        Path from = Path.of(Jars.of(program)).resolve(program.getPackageName().replace('.', '/'));
        Path to = Files.createDirectories(folder.resolve("classes").resolve(Path.of("vn/dancu/bus/library")));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith(program.getSimpleName()))
                    .toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return folder.resolve("classes").toString();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/library"))) {
            List<Path> jars = files.filter(file -> file.toString().endsWith("-message.jar"))
                    .toList();
            assertThat(jars).as("mvn package makes one").hasSize(1);
            return jars.get(0);
        }
    }
}
