package vn.dancu.bus.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.message.MessageContext;

/** A new dialect is a folder; the one here is the example of {@code PR-DIALECT.md}. */
class OwnPacksTest {

    private static final Path DOCUMENT = Path.of("docs/protocols/PR-DIALECT.md");

    @TempDir
    Path folder;

    @Test
    void speaksADialectThatNoCodeKnows() throws IOException {
        write("hub-example", "dialect.yaml", example("yaml"));
        write("hub-example", "question.csv", example("csv"));
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve("README.md"), "Our hubs.");

        Dialect hub = Dialects.withFolder(folder).byName("hub-example").orElseThrow();
        DialectMessages messages = DialectMessages.of(hub, MessageContext.create());
        Account account = new Account(Map.of("user", "h99", "password", "mat-khau", "accessToken", "t"));
        WireQuestion question = messages.write(
                Questions.named("Nguyễn Văn Ấn"), new Call(account, "/api/dan-cu/tra-cuu", Questions.AT));

        assertThat(new String(question.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"requestId\":\"H41-20261124-000001\",\"procedure\":\"1.001193\",\"officer\":\"canbo01\","
                        + "\"idNumber\":\"999080000001\",\"fullName\":\"NGUYỄN VĂN ẤN\",\"dateOfBirth\":\"1980-01-02\","
                        + "\"caller\":\"h99\"}");
        assertThat(question.headers())
                .containsEntry("Authorization", "Bearer t")
                .containsEntry("X-Request-Time", "1795482123456");
        assertThat(TokenRequest.of(hub, new Call(account, "/", Questions.AT))
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"username\":\"h99\",\"password\":\"mat-khau\"}");
        assertThat(messages.read(Questions.in(question.body()))).isEqualTo(Questions.named("NGUYỄN VĂN ẤN"));
        assertThat(messages.losses(Questions.bornIn(1980))).containsExactly("NgayThangNamSinh/Nam");
    }

    @Test
    void refusesTheNameOfABuiltInPack() throws IOException {
        write(
                "official",
                "dialect.yaml",
                Files.readString(Path.of("src/main/resources/dialects/official/dialect.yaml")));

        assertThatThrownBy(() -> Dialects.withFolder(folder))
                .isInstanceOf(DialectPackException.class)
                .hasMessageContaining(folder + "/official/dialect.yaml:1:1: another pack has this name");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> Dialects.withFolder(folder.resolve("nowhere")))
                .hasMessageContaining("dancu.dialect.folder must name a folder");
    }

    private void write(String pack, String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(pack));
        Files.writeString(folder.resolve(pack).resolve(file), text);
    }

    /** The document's code block of that language. */
    private static String example(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));
        assertThat(block.find())
                .as("PR-DIALECT.md has an example in " + language)
                .isTrue();
        return block.group(1);
    }
}
