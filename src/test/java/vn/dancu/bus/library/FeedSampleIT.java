package vn.dancu.bus.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.Follower;
import vn.dancu.bus.fixtures.RunningBus;

/** The feed followed by the script of the samples; what it prints is in {@code target/follow.txt}. */
class FeedSampleIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PLACE = 21;

    @Test
    void printsWhatChangedAndGoesOnWhereItStopped(@TempDir Path folder) throws Exception {
        assumeThat(ChildProgram.works("python3", "--version"))
                .as("python3 is not on this machine")
                .isTrue();
        String number = Follower.person(BUS, PLACE);
        ExecutorService child = Executors.newSingleThreadExecutor();
        String first;
        try {
            Future<String> printed = child.submit(() -> run(folder, number, 2));
            await().atMost(Duration.ofSeconds(30)).until(this::isFollowed);
            change("permanent_province = '01', permanent_country = 'VN'");
            first = printed.get();
        } finally {
            child.shutdownNow();
        }
        change("marital_status = '2'");

        String second = run(folder, number, 1);

        Files.writeString(Path.of("target/follow.txt"), first + second);
        assertThat(first).containsSubsequence("maNguoi ", "bắt đầu theo dõi", "nơi ở thay đổi ThuongTru");
        assertThat(second)
                .contains("thông tin thay đổi TinhTrangHonNhan")
                .as("its cursor lies behind it")
                .doesNotContain("nơi ở thay đổi");
        assertThat(first + second).doesNotContain(number, Follower.NAME);
    }

    private boolean isFollowed() {
        return BUS.jdbc()
                        .sql("select count(*) from feed.follow where citizen_id = ?")
                        .param(900_000_000L + PLACE)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static void change(String what) {
        BUS.jdbc()
                .sql("update register.citizen set " + what + " where citizen_id = ?")
                .param(900_000_000L + PLACE)
                .update();
    }

    private static String run(Path folder, String number, int events) throws Exception {
        return new ChildProgram(
                        List.of(
                                "python3",
                                Path.of("samples/feed/follow.py")
                                        .toAbsolutePath()
                                        .toString()),
                        Map.of(
                                "DANCU_URL",
                                "http://127.0.0.1:" + BUS.ports().http(),
                                "DANCU_CURSOR",
                                folder.resolve("cursor").toString(),
                                "DANCU_EVENTS",
                                String.valueOf(events),
                                "PYTHONIOENCODING",
                                "utf-8"))
                .run(folder, number, Follower.NAME, "1980-01-01");
    }
}
