package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The names in {@code samples/csharp} are those of the contract: no build here compiles C#. */
class CSharpSampleTest {

    private static final Map<String, String> ARGUMENTS = Map.of(
            "Guid.NewGuid()", "7d0c1a7e-6f0b-4a57-9c1d-0d9a2f3b5e11",
            "arguments[1]", "999000000001",
            "arguments[2]", "NGUYENVANMAU",
            "arguments[3]", "19900517");
    private static final Pattern TOKEN =
            Pattern.compile("new XElement\\(Asked \\+ \"(\\w+)\",\\s*|[^,()\\s]+(?:\\(\\))?|[)]");

    private String program = "";

    @BeforeEach
    void reads() throws IOException {
        program = Files.readString(Path.of("samples/csharp/LookUp.cs"));
    }

    @Test
    void asksAQuestionOfTheSchema() {
        String question = between("var question = ", ";");

        assertThatCode(() -> Schemas.of("population/v1/request.xsd")
                        .newValidator()
                        .validate(new StreamSource(new StringReader(asXml(question)))))
                .doesNotThrowAnyException();
    }

    @Test
    void asksForAnOperationOfTheWsdl() throws IOException {
        Matcher operation =
                Pattern.compile("new XElement\\(Asked \\+ \"(\\w+)\"").matcher(program);

        assertThat(operation.find()).isTrue();
        assertThat(Files.readString(Path.of("schemas/population/v1/population.wsdl")))
                .contains("<wsdl:operation name=\"" + operation.group(1) + "\">");
    }

    @Test
    void readsElementsOfTheAnswers() throws IOException {
        String schemas = Files.readString(Path.of("schemas/population/v1/answer.xsd"))
                + Files.readString(Path.of("schemas/citizen/v1/citizen.xsd"));

        assertThat(names("Answered", program)).contains("Loi", "CongDan").allSatisfy(name -> assertThat(schemas)
                .contains("name=\"" + name + "\""));
        assertThat(schemas).contains("targetNamespace=\"" + between("XNamespace Answered = \"", "\"") + "\"");
    }

    /** The question as the program writes it, with an example for what comes from outside. */
    private String asXml(String expression) {
        String namespace = between("XNamespace Asked = \"", "\"");
        StringBuilder xml = new StringBuilder();
        StringBuilder open = new StringBuilder();
        Matcher tokens = TOKEN.matcher(expression);
        while (tokens.find()) {
            if (tokens.group(1) != null) {
                xml.append("<q:")
                        .append(tokens.group(1))
                        .append(" xmlns:q=\"")
                        .append(namespace)
                        .append("\">");
                open.insert(0, tokens.group(1) + " ");
            } else if (tokens.group().equals(")")) {
                String name = open.substring(0, open.indexOf(" "));
                open.delete(0, name.length() + 1);
                xml.append("</q:").append(name).append('>');
            } else {
                xml.append(ARGUMENTS.getOrDefault(tokens.group(), tokens.group().replace("\"", "")));
            }
        }
        return xml.toString();
    }

    private static Set<String> names(String namespace, String text) {
        Set<String> names = new TreeSet<>();
        Matcher each = Pattern.compile(namespace + " \\+ \"(\\w+)\"").matcher(text);
        while (each.find()) {
            names.add(each.group(1));
        }
        return names;
    }

    private String between(String start, String end) {
        int from = program.indexOf(start) + start.length();
        assertThat(from).as(start).isGreaterThanOrEqualTo(start.length());
        return program.substring(from, program.indexOf(end, from));
    }
}
