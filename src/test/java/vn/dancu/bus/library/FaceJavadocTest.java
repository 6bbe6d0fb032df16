package vn.dancu.bus.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger reads the faces of the library in an editor: each says what it is, the central ones how they are used. */
class FaceJavadocTest {

    private static final Path ROOT = Path.of("src/main/java/vn/dancu/bus");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("^public (?:final |sealed |abstract )*(?:class|interface|record|enum) ", Pattern.MULTILINE);
    private static final Pattern DOCUMENTED = Pattern.compile("\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s+)*$");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message",
                "message/path",
                "message/population",
                "message/document",
                "message/document/code",
                "message/xroad",
                "message/axis",
                "dialect",
                "catalogue",
                "catalogue/crosswalk"
            })
    void saysOfEveryPublicTypeWhatItIs(String face) throws IOException {
        List<String> silent = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT.resolve(face))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher type = PUBLIC_TYPE.matcher(source);
                if (type.find()
                        && !DOCUMENTED
                                .matcher(source.substring(0, type.start()))
                                .find()) {
                    silent.add(file.toString());
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message/MessageContext",
                "message/Message",
                "message/Node",
                "message/MessageFormat",
                "message/Records",
                "message/RecordWriter",
                "message/Validator",
                "message/Reaction",
                "message/Finding",
                "message/path/Visitor",
                "message/path/MessagePath",
                "message/Content",
                "message/population/CitizenMessages",
                "message/population/PopulationXml",
                "message/population/PopulationJson",
                "message/document/EDocument",
                "message/document/DocumentMessages",
                "message/document/DocumentStatus",
                "message/document/Attachment",
                "message/xroad/XRoadHeader",
                "message/xroad/XRoadId",
                "message/axis/ReceivedItem",
                "message/axis/SentStatus",
                "message/axis/Agency",
                "dialect/Dialects",
                "dialect/DialectMessages",
                "catalogue/crosswalk/Translations",
                "catalogue/Catalogues",
                "catalogue/crosswalk/Code"
            })
    void showsHowItIsUsed(String type) throws IOException {
        assertThat(before(type)).contains("<pre>{@code");
    }

    /** What stands before the type. */
    private static String before(String type) throws IOException {
        String source = Files.readString(ROOT.resolve(type + ".java"));
        Matcher found = PUBLIC_TYPE.matcher(source);
        assertThat(found.find()).isTrue();
        return source.substring(0, found.start());
    }
}
