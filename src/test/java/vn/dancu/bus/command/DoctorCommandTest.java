package vn.dancu.bus.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import vn.dancu.bus.command.text.CommandTexts;
import vn.dancu.bus.fixtures.KeyStores;

/** What the command says and with what it ends when bus, network, account, clock or files are not as they should be. */
class DoctorCommandTest {

    private static final String HEALTH = "{\"status\":\"UP\"}";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, Reply> replies = new HashMap<>();
    private HttpServer bus;

    private record Reply(int status, String body) {}

    private record Said(int exit, String out, String err) {}

    @BeforeEach
    void startBus() throws IOException {
        bus = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bus.createContext("/", this::reply);
        bus.start();
        environment.put("DANCU_URL", "http://127.0.0.1:" + bus.getAddress().getPort());
        environment.put("DANCU_USER", "khanh.thanhtra");
        environment.put("DANCU_PASSWORD", "mật khẩu");
        replies.put("/actuator/health", new Reply(200, HEALTH));
        replies.put("/api/v1/admin/account", account("[\"inspector\"]", ProgramVersion.read()));
    }

    @AfterEach
    void stopBus() {
        bus.stop(0);
    }

    @Test
    void findsNothingWrong() {
        Said said = run("doctor");

        assertThat(said.exit()).as(said.out()).isZero();
        assertThat(said.out().lines()).hasSize(5).allSatisfy(line -> assertThat(line)
                .startsWith("[đúng]"));
        assertThat(said.out()).contains("khanh.thanhtra, vai trò: inspector");
        assertThat(run("doctor", "--lang", "en").out()).contains("[right]  State    serving (UP)");
        assertThat(run("doctor", "--json").out()).contains("\"check\":\"clock\",\"right\":true");
    }

    @Test
    void findsTheBusDown() {
        replies.put("/actuator/health", new Reply(503, "{\"status\":\"DOWN\"}"));

        assertThat(run("doctor")).satisfies(said -> {
            assertThat(said.exit()).isEqualTo(ExitCodes.UNAVAILABLE);
            assertThat(said.out()).contains("[SAI]   Trạng thái không phục vụ (DOWN)");
        });
    }

    @Test
    void findsAnotherServer() {
        replies.put("/actuator/health", new Reply(200, "<html>nginx</html>"));

        assertThat(run("doctor").out()).contains("[SAI]", "không phải trục DanCu Bus");
        assertThat(run("doctor").exit()).isEqualTo(ExitCodes.UNAVAILABLE);
    }

    @Test
    void findsAWrongAccountAndOneWithoutRoles() {
        replies.put(
                "/api/v1/admin/account",
                new Reply(401, "{\"code\":\"credentials_wrong\",\"detail\":\"Sai mật khẩu.\"}"));
        Said wrong = run("doctor");
        replies.put("/api/v1/admin/account", account("[]", ProgramVersion.read()));
        Said without = run("doctor");

        assertThat(wrong.exit()).isEqualTo(ExitCodes.NOT_ALLOWED);
        assertThat(wrong.out()).contains("[SAI]   Tài khoản  Bị từ chối: credentials_wrong. Sai mật khẩu.");
        assertThat(without.exit()).isEqualTo(ExitCodes.NOT_ALLOWED);
    }

    @Test
    void findsOtherVersions() {
        replies.put("/api/v1/admin/account", account("[\"inspector\"]", "99.0"));

        assertThat(run("doctor")).satisfies(said -> {
            assertThat(said.exit()).isEqualTo(ExitCodes.NOT_RIGHT);
            assertThat(said.out()).contains("[SAI]   Phiên bản  trục là 99.0");
        });
    }

    @Test
    void findsAClockThatIsOff() {
        StringWriter out = new StringWriter();
        CommandTexts words = CommandTexts.inLanguage("vi");
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));
        DoctorCommand doctor =
                new DoctorCommand(new GlobalOptions(environment, words), words, new PrintWriter(out, true), late);

        int exit = new CommandLine(doctor.command()).execute();

        assertThat(exit).isEqualTo(ExitCodes.NOT_RIGHT);
        assertThat(out.toString()).containsPattern("\\[SAI]   Đồng hồ    máy này lệch (599|600|601) giây");
    }

    @Test
    void saysWhyTheBusCannotBeReached() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0)) {
            closed = free.getLocalPort();
        }
        assertThat(at("http://127.0.0.1:" + closed).out()).contains("Không kết nối được");
        assertThat(at("https://khong-co.invalid").out()).contains("Không tìm thấy máy chủ");
        assertThat(at("http://bus.example").exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(at("nonsense").exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(at("http://127.0.0.1:" + closed).exit()).isEqualTo(ExitCodes.UNAVAILABLE);
    }

    @Test
    void speaksTlsWithWhomItTrustsAndSaysWhyNotWithOthers() throws Exception {
        KeyStores keys = new KeyStores(folder);
        keys.key("bus");
        Path trust = keys.trusting("trust", List.of("bus"));
        HttpsServer tls = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tls.setHttpsConfigurator(new HttpsConfigurator(keys.client("bus", trust)));
        tls.createContext("/", this::reply);
        tls.start();
        int port = tls.getAddress().getPort();
        SSLContext ofJava = SSLContext.getDefault();
        try {
            assertThat(at("https://127.0.0.1:" + port).out())
                    .contains("Không tin chứng thư số của https://127.0.0.1:" + port);

            SSLContext.setDefault(trustingNobody());
            assertThat(at("https://127.0.0.1:" + port).out()).contains("Không tin chứng thư số");

            SSLContext.setDefault(keys.client(null, trust));
            assertThat(at("https://127.0.0.1:" + port).exit()).isZero();
            assertThat(at("https://localhost:" + port).out()).contains("cấp cho tên máy khác");
        } finally {
            SSLContext.setDefault(ofJava);
            tls.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401,4,Không đăng nhập được",
        "403,4,Không được phép",
        "404,3,Không có gì",
        "406,3,không trả lời bằng dạng",
        "418,3,HTTP 418",
        "503,5,tạm không phục vụ",
        "502,5,trung gian không tới được"
    })
    void saysWhatAnAnswerOfAStrangerMeans(int status, int exit, String text) {
        replies.put("/api/v1/admin/account", new Reply(status, "<html>"));

        Said said = run("whoami");

        assertThat(said.exit()).isEqualTo(exit);
        assertThat(said.err()).contains(text).hasLineCount(1);
    }

    @Test
    void saysFieldAndRuleOnce() {
        replies.put(
                "/api/v1/admin/account",
                new Reply(
                        400,
                        "{\"code\":\"field_invalid\",\"detail\":\"Sai. Trường: a. Quy tắc: digits.\","
                                + "\"field\":\"a\",\"rule\":\"digits\"}"));

        assertThat(run("whoami").err()).containsOnlyOnce("digits");
    }

    @Test
    void takesAnAnswerThatIsNoJsonForAnotherServers() {
        replies.put("/api/v1/admin/account", new Reply(200, "<html>"));

        assertThat(run("whoami")).satisfies(said -> {
            assertThat(said.exit()).isEqualTo(ExitCodes.UNAVAILABLE);
            assertThat(said.err()).contains("không phải trục DanCu Bus");
        });
    }

    @Test
    void sendsNothingWhereLettersWereLost() {
        Said said = run("whoami", "--user", "Nguy\uFFFDn");
        environment.put("DANCU_PASSWORD", "m\uFFFDt");

        assertThat(said.exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(said.err()).contains("LC_ALL=C.UTF-8");
        assertThat(run("whoami").exit()).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void readsTokenFilesAsEditorsWriteThem() throws IOException {
        environment.remove("DANCU_USER");
        String token = "abc.def\r\n";
        for (Map.Entry<String, Charset> one : Map.of(
                        "\uFEFF" + token,
                        StandardCharsets.UTF_8,
                        token,
                        StandardCharsets.UTF_8,
                        "\uFEFF" + token + " ",
                        StandardCharsets.UTF_16LE,
                        "\uFEFF" + token + "  ",
                        StandardCharsets.UTF_16BE)
                .entrySet()) {
            Path file = Files.write(folder.resolve("token"), one.getKey().getBytes(one.getValue()));
            assertThat(run("whoami", "--token-file", file.toString()).exit()).isZero();
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        Path large = Files.write(folder.resolve("large"), new byte[1_100_000]);
        Path latin = Files.write(folder.resolve("latin"), "Nguyên".getBytes(Charset.forName("windows-1258")));

        assertThat(tokenFile(empty)).contains("rỗng");
        assertThat(tokenFile(large)).contains("lớn quá");
        assertThat(tokenFile(latin)).contains("không phải UTF-8");
        assertThat(tokenFile(folder)).contains("là thư mục");
        assertThat(tokenFile(folder.resolve("no"))).contains("Không có tệp");
        assertThat(run("audit", "verify", folder.toString()).err()).contains("là thư mục");
    }

    private static SSLContext trustingNobody() throws GeneralSecurityException, IOException {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        TrustManagerFactory trusts = TrustManagerFactory.getInstance("PKIX");
        trusts.init(empty);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusts.getTrustManagers(), null);
        return context;
    }

    private void reply(HttpExchange exchange) throws IOException {
        Reply reply = replies.getOrDefault(exchange.getRequestURI().getPath(), new Reply(404, "<html>"));
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String tokenFile(Path file) {
        Said said = run("whoami", "--token-file", file.toString());
        assertThat(said.exit()).isEqualTo(ExitCodes.USAGE);
        return said.err();
    }

    private Said at(String url) {
        environment.put("DANCU_URL", url);
        return run("doctor");
    }

    private Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = DanCu.run(arguments, environment, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Said(exit, out.toString(), err.toString());
    }

    private static Reply account(String roles, String version) {
        return new Reply(
                200, "{\"name\":\"khanh.thanhtra\",\"roles\":%s,\"version\":\"%s\"}".formatted(roles, version));
    }
}
