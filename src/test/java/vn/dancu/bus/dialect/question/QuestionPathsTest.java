package vn.dancu.bus.dialect.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QuestionPathsTest {

    private static final Path SCHEMA = Path.of("schemas/population/v1/request.xsd");

    /** What the bus fills in itself, and what it reads and does not keep. */
    private static final List<String> NOT_MAPPED = List.of("MaTichHop", "TaiKhoan", "SoDienThoai");

    @Test
    void namesThePartsOfAQuestionInTheOrderOfTheSchema() throws IOException {
        List<String> parts = new ArrayList<>(elements("CauHoi"));
        parts.removeAll(NOT_MAPPED);
        parts.addAll(
                parts.indexOf("NgayThangNamSinh") + 1,
                elements("NgayThangNamSinh").stream()
                        .map(name -> "NgayThangNamSinh/" + name)
                        .toList());

        assertThat(QuestionPaths.ALL).containsExactlyElementsOf(parts);
    }

    private static List<String> elements(String type) throws IOException {
        String schema = Files.readString(SCHEMA);
        String body = schema.substring(schema.indexOf("<xs:complexType name=\"" + type + "\">"));
        Matcher names = Pattern.compile("<xs:element name=\"([A-Za-z]+)\"")
                .matcher(body.substring(0, body.indexOf("</xs:complexType>")));
        return names.results().map(found -> found.group(1)).toList();
    }
}
