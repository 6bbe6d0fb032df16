package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.dancu.bus.fixtures.ChildBus;
import vn.dancu.bus.fixtures.RunningBus;

/**
 * Whatever stops the start ends the process: with an exit code, a message in both languages that names the setting, and no
 * embedded server left behind.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureIT {

    private static final String SANDBOX = "--spring.profiles.active=sandbox";
    private static final String OTHER_KEY = "--dancu.system.master-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String DATABASE =
            "spring.datasource.url, spring.datasource.username, spring.datasource.password";
    private static final List<AutoCloseable> HELD = new ArrayList<>();

    /** In processes of their own, beside the other cases: one fails before its servers have started, and one after. */
    private static final ExecutorService CHILDREN = Executors.newFixedThreadPool(2);

    private static CompletableFuture<ChildBus.Ended> early;
    private static CompletableFuture<ChildBus.Ended> late;

    @BeforeAll
    static void startChildren() throws IOException {
        early = ended(List.of(OTHER_KEY));
        late = ended(List.of(SANDBOX, "--server.port=" + takenPort()));
    }

    @AfterAll
    static void release() throws Exception {
        CHILDREN.shutdownNow();
        for (AutoCloseable each : HELD) {
            each.close();
        }
    }

    static Stream<Arguments> wrongSettings() throws IOException {
        String taken = Integer.toString(takenPort());
        Stream<Arguments> ports = Stream.of("postgres", "artemis", "kafka").map(server -> {
            String key = "dancu.sandbox." + server + ".port";
            return sandbox("khóa / setting " + key, "--" + key + "=" + taken);
        });
        int postgres = RunningBus.shared().ports().postgres();
        return Stream.concat(
                ports,
                Stream.of(
                        sandbox("khóa / setting dancu.routes.dir", "--dancu.routes.dir=no-such-routes"),
                        sandbox(
                                "khóa / setting dancu.sandbox.dir: thư mục đang được",
                                "--dancu.sandbox.dir=" + lockedFolder()),
                        sandbox("khóa dancu.sandbox.dir không dùng được", "--dancu.sandbox.dir=" + file("")),
                        sandbox("dancu.sandbox.citizens must be from 1", "--dancu.sandbox.citizens=0"),
                        sandbox(
                                "khóa dancu.policy.file không dùng được",
                                "--dancu.policy.file=file:" + file("partners: [")),
                        sandbox("dancu.system.master-key: là base64", "--dancu.system.master-key=c2hvcnQ="),
                        production(
                                "không kết nối được / cannot be reached",
                                database(RunningBus.Ports.free().postgres(), "postgres")),
                        production("từ chối tài khoản hoặc mật khẩu", database(postgres, "nobody")),
                        production(
                                "dancu.system.master-key: không phải khóa đã dùng", database(postgres, "postgres"))));
    }

    @ParameterizedTest
    @MethodSource("wrongSettings")
    void endsWithAMessage(String message, List<String> settings, CapturedOutput output) throws IOException {
        Path folder = RunningBus.newFolder("sandbox-failed-");

        assertThatThrownBy(() -> RunningBus.failing(folder, settings)).isNotNull();

        assertThat(output.getAll()).containsIgnoringCase(message).contains("APPLICATION FAILED TO START");
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void endsTheProcess() {
        assertThat(late.join().log()).contains("khóa server.port").contains("APPLICATION FAILED TO START");
        assertThat(late.join().exitCode()).isOne();
        assertThat(late.join().folder().resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(early.join().log()).contains(DATABASE).contains("APPLICATION FAILED TO START");
        assertThat(early.join().exitCode()).isOne();
    }

    private static CompletableFuture<ChildBus.Ended> ended(List<String> settings) throws IOException {
        Path folder = RunningBus.newFolder("sandbox-failed-");
        return CompletableFuture.supplyAsync(() -> ChildBus.failing(folder, settings), CHILDREN);
    }

    private static Arguments sandbox(String message, String setting) {
        return Arguments.of(message, List.of(SANDBOX, setting));
    }

    private static Arguments production(String message, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add(OTHER_KEY);
        return Arguments.of(message, all);
    }

    private static String[] database(int port, String user) {
        return new String[] {
            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/postgres",
            "--spring.datasource.username=" + user
        };
    }

    private static int takenPort() throws IOException {
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        HELD.add(taken);
        return taken.getLocalPort();
    }

    /** As another sandbox holds it. */
    private static Path lockedFolder() throws IOException {
        Path folder = RunningBus.newFolder("sandbox-locked-");
        FileChannel lock =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        HELD.add(lock);
        lock.lock();
        return folder.toAbsolutePath();
    }

    private static Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(Path.of("target"), "start-failure-", ".yaml"), text)
                .toAbsolutePath();
    }
}
