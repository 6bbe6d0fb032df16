package vn.dancu.bus.partner.connection.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.Role;

/** {@code connect.md} has the shipped steps as their file has them. */
class ConnectDocumentTest {

    @Test
    void hasOneRowForEachStepAsTheFileHasIt() throws IOException {
        List<String> expected =
                Plans.shipped().steps().stream().map(ConnectDocumentTest::row).toList();

        List<String> rows = Files.readAllLines(Path.of("docs/operations/connect.md")).stream()
                .filter(line -> line.startsWith("| `")
                        && line.chars().filter(c -> c == '|').count() == 6)
                .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2) + 1))
                .toList();

        assertThat(rows).isEqualTo(expected);
    }

    private static String row(ConnectionStep step) {
        String documents = step.handIn().documents().stream()
                .map(it -> "`" + it.id() + "`" + (it.throughPlatform() ? " ¹" : ""))
                .collect(Collectors.joining(", "));
        String roles = step.decision().approvals().stream().map(Role::code).collect(Collectors.joining(", "));
        return "| `" + step.id() + "` | " + documents + " | " + roles + " | "
                + step.decision().within() + " |";
    }
}
