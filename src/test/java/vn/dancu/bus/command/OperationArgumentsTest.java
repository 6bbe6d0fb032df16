package vn.dancu.bus.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.command.contract.ApiOperation;
import vn.dancu.bus.command.text.BilingualText;
import vn.dancu.bus.command.text.CommandTexts;

/** A file with a body, as editors write it. */
class OperationArgumentsTest {

    private static final ApiOperation OPERATION = new ApiOperation(
            List.of("hold", "place"),
            "POST",
            "/api/v1/admin/audit/holds",
            new BilingualText("giữ", "hold"),
            List.of(),
            List.of(),
            true,
            false,
            false,
            Map.of());

    @TempDir
    private Path folder;

    @Test
    void readsAFileWithAByteOrderMark() throws IOException {
        assertThat(body("\uFEFF{\"reason\":\"Thanh tra\"}", StandardCharsets.UTF_8))
                .isEqualTo("{\"reason\":\"Thanh tra\"}");
        assertThat(body("\uFEFF{\"reason\":\"Nguyễn\"}", StandardCharsets.UTF_16LE))
                .isEqualTo("{\"reason\":\"Nguyễn\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "\"x\"", "{", "{} {}", "{\"a\":1,\"a\":2}"})
    void refusesWhatIsNotOneObject(String content) {
        assertThatThrownBy(() -> body(content, StandardCharsets.UTF_8)).isInstanceOf(CommandFailure.class);
    }

    private String body(String content, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("body.json"), content.getBytes(charset));
        return new OperationArguments(OPERATION, CommandTexts.inLanguage("vi")).body(file.toString(), null);
    }
}
