package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.fixtures.ChildBus;
import vn.dancu.bus.fixtures.RunningBus;

/**
 * Whatever stops the start ends the process: with an exit code, a message in both languages that names the setting, and no
 * embedded server left behind.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartFailureIT {

    private static final String OTHER_KEY = "--dancu.system.master-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String DATABASE =
            "spring.datasource.url, spring.datasource.username, spring.datasource.password";
    private static final int AT_ONCE = 2;

    private final Map<String, CompletableFuture<ChildBus.Ended>> starts = new LinkedHashMap<>();
    private final ExecutorService starters = Executors.newFixedThreadPool(AT_ONCE);
    private final List<AutoCloseable> held = new ArrayList<>();

    @BeforeAll
    void startEachWrongly() throws IOException {
        String taken = Integer.toString(takenPort());
        sandbox("khóa / setting dancu.routes.dir", "--dancu.routes.dir=no-such-routes");
        sandbox("khóa server.port", "--server.port=" + taken);
        for (String server : List.of("postgres", "artemis", "kafka")) {
            String key = "dancu.sandbox." + server + ".port";
            sandbox("khóa / setting " + key, "--" + key + "=" + taken);
        }
        sandbox("khóa / setting dancu.sandbox.dir: thư mục đang được", "--dancu.sandbox.dir=" + lockedFolder());
        sandbox("khóa dancu.sandbox.dir không dùng được", "--dancu.sandbox.dir=" + file(""));
        sandbox("dancu.sandbox.citizens must be from 1", "--dancu.sandbox.citizens=0");
        sandbox("khóa dancu.policy.file không dùng được", "--dancu.policy.file=file:" + file("partners: ["));
        sandbox("dancu.system.master-key: là base64", "--dancu.system.master-key=c2hvcnQ=");
        production(DATABASE);
        production(
                "không kết nối được / cannot be reached",
                database(RunningBus.Ports.free().postgres(), "postgres"));
        int postgres = RunningBus.shared().ports().postgres();
        production("từ chối tài khoản hoặc mật khẩu", database(postgres, "nobody"));
        production("dancu.system.master-key: không phải khóa đã dùng", database(postgres, "postgres"));
    }

    @AfterAll
    void release() throws Exception {
        starters.shutdownNow();
        for (AutoCloseable each : held) {
            each.close();
        }
    }

    Stream<String> messages() {
        return starts.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void endsWithAMessage(String message) {
        ChildBus.Ended ended = starts.get(message).join();

        assertThat(ended.log()).containsIgnoringCase(message).contains("APPLICATION FAILED TO START");
        assertThat(ended.exitCode()).isOne();
        assertThat(ended.folder().resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private void sandbox(String message, String setting) throws IOException {
        start(message, List.of("--spring.profiles.active=sandbox", setting));
    }

    private void production(String message, String... settings) throws IOException {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add(OTHER_KEY);
        start(message, all);
    }

    private void start(String message, List<String> settings) throws IOException {
        Path folder = RunningBus.newFolder("sandbox-failed-");
        starts.put(message, CompletableFuture.supplyAsync(() -> ChildBus.failing(folder, settings), starters));
    }

    private static String[] database(int port, String user) {
        return new String[] {
            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/postgres",
            "--spring.datasource.username=" + user
        };
    }

    private int takenPort() throws IOException {
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        held.add(taken);
        return taken.getLocalPort();
    }

    /** As another sandbox holds it. */
    private Path lockedFolder() throws IOException {
        Path folder = RunningBus.newFolder("sandbox-locked-");
        FileChannel lock =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        held.add(lock);
        lock.lock();
        return folder.toAbsolutePath();
    }

    private static Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(Path.of("target"), "start-failure-", ".yaml"), text)
                .toAbsolutePath();
    }
}
