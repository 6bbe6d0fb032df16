package vn.dancu.bus.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.RunningBus;

/** One person's uses over every way in, and the log that the person reads, by the script of the samples; printed to {@code target/who-looked.txt}. */
class AccessLogSampleIT {

    private static final RunningBus BUS = RunningBus.shared();

    @Test
    void printsEachUseInPlainVietnamese(@TempDir Path folder) throws Exception {
        String printed = printed(folder);

        Files.writeString(Path.of("target/who-looked.txt"), printed);
        List<String> uses = List.of(printed.split("\n\n"));
        assertThat(uses.subList(1, 6))
                .as(printed)
                .filteredOn(use -> use.contains("Đã trả thông tin"))
                .hasSize(4)
                .allSatisfy(use -> assertThat(use)
                        .contains("Việc đã làm: Tra cứu thông tin công dân", "Mục đích:    Để giải quyết hồ sơ")
                        .containsPattern("Thông tin:   .*Họ, chữ đệm và tên"));
        assertThat(uses.subList(1, 6))
                .filteredOn(use -> use.contains("Trục LGSP tỉnh Nghệ An"))
                .as("SOAP, and the list, for which two fields were asked")
                .hasSize(2)
                .anySatisfy(use ->
                        assertThat(use).contains("Thông tin:   Họ, chữ đệm và tên; Nơi thường trú, nơi ở hiện tại\n"));
        assertThat(uses.subList(1, 6))
                .filteredOn(use -> use.contains("Cổng Dịch vụ công quốc gia"))
                .as("REST, and the document")
                .hasSize(2);
        assertThat(uses.subList(1, 6))
                .filteredOn(use -> use.contains("Cơ quan quản lý, vận hành"))
                .as("the inspector's look")
                .singleElement()
                .satisfies(use -> assertThat(use)
                        .contains("Mở một dòng nhật ký có số định danh của bạn")
                        .doesNotContain("khanh", "Mục đích", "Thông tin:"));
        assertThat(printed).doesNotContainPattern("999[0-9]{9}");
    }

    private static String printed(Path folder) throws Exception {
        assumeThat(ChildProgram.works("bash", "-c", "command -v curl openssl sha256sum sed paste && date -d now"))
                .as("bash, curl, openssl and the GNU tools are not on this machine")
                .isTrue();
        Path script = Path.of("samples/access-log/who-looked.sh").toAbsolutePath();
        return new ChildProgram(
                        List.of("bash", script.toString()),
                        Map.of(
                                "DANCU_URL", address(BUS.ports().http()),
                                "DANCU_AXIS", address(BUS.ports().axis()),
                                "DANCU_ISSUER", address(BUS.ports().signIn())))
                .run(folder);
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }
}
