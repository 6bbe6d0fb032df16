package vn.dancu.bus.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.enrichment.balance.SheetReport;
import vn.dancu.bus.enrichment.balance.SheetVerifier;
import vn.dancu.bus.fixtures.RunningBus;

/** The calls of the README by which a source delivers a file of health cards. */
class DeliverySampleIT {

    private static final RunningBus BUS = RunningBus.start();
    private static final Pattern BLOCK =
            Pattern.compile("```bash\\n(bus=[^`]*enrichment/deliveries.*?)```", Pattern.DOTALL);

    /** A bus of its own: what is merged here would be answered to tests that ask about the same people. */
    @AfterAll
    static void stop() {
        BUS.close();
    }

    @Test
    void deliversAFileAndFetchesACertificateThatHolds(@TempDir Path folder) throws Exception {
        assumeThat(ChildProgram.works("bash", "-c", "command -v curl sed tail head"))
                .as("bash and curl are not on this machine")
                .isTrue();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
        assertThat(block.find()).isTrue();
        // The command is a program of the package; what it says is asked of the class behind it.
        String calls = ("cd '" + folder + "'\n" + block.group(1))
                .replaceAll("(?m)^bin/dancu .*$", "")
                .replace("127.0.0.1:8080", "127.0.0.1:" + BUS.ports().http());
        Path script = Files.writeString(folder.resolve("calls.sh"), calls);

        String printed = new ChildProgram(List.of("bash", "-u", script.toString()), Map.of()).run(folder);

        assertThat(printed).contains("\"trangThai\":\"certified\"", "\"soDaXuLy\":2000");
        SheetReport report = SheetVerifier.verify(
                folder.resolve("certificate.json"),
                TrustAnchors.NONE,
                folder.resolve("cards.csv"),
                folder.resolve("result.csv.gz"));
        assertThat(report.findings()).isEmpty();
        assertThat(report.totals()).containsEntry("in", 2000L);
    }
}
