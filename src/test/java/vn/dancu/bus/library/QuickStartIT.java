package vn.dancu.bus.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.RunningBus;

/** The calls of {@code docs/vi/ket-noi-nhanh.md}, one after another in one shell. */
class QuickStartIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

    @Test
    void answersEachCallOfTheDocument(@TempDir Path folder) throws Exception {
        assumeThat(ChildProgram.works("bash", "-c", "command -v curl sha256sum sed"))
                .as("bash, curl, sha256sum and sed are not on this machine")
                .isTrue();
        String document = Files.readString(Path.of("docs/vi/ket-noi-nhanh.md"));
        String calls = BLOCK.matcher(document)
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\necho =====\n"))
                .replace("127.0.0.1:8080", "127.0.0.1:" + BUS.ports().http())
                .replace("127.0.0.1/61616", "127.0.0.1/" + BUS.ports().artemis());
        Path script = Files.writeString(folder.resolve("calls.sh"), calls);

        String[] printed = new ChildProgram(List.of("bash", "-u", script.toString()), Map.of())
                .run(folder)
                .split("=====\n");

        String number = printed[0].substring(0, 12);
        assertThat(number).startsWith("999");
        assertThat(printed).hasSize(7);
        assertThat(printed[1]).contains("\"trangThai\":\"found\"", number);
        assertThat(printed[2]).contains("\"error_code\":0", "\"tonTai\":true");
        assertThat(printed[3]).contains("CongdanCollection", number).doesNotContain("Fault");
        assertThat(printed[4]).contains("MESSAGE", "correlation-id:thu-1", "\"trangThai\":\"found\"", number);
        assertThat(printed[5]).contains("\"state\":\"answered\"", number);
        assertThat(printed[6]).contains("\"state\":\"received\"", "DC TT");
    }
}
