package vn.dancu.bus.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.fixtures.DanCuCommand;
import vn.dancu.bus.fixtures.DanCuCommand.Result;
import vn.dancu.bus.fixtures.Desk.Sandbox;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.LogKeys;

/** The real command against a running bus: of each kind one call in a process of its own, the others in this one. */
class CommandIT {

    private static final Logger LOGGER = LoggerFactory.getLogger(CommandIT.class);
    private static final int PORT = RunningBus.shared().ports().http();
    private static final Map<String, String> NO_BUS = Map.of("DANCU_URL", "http://127.0.0.1:1");

    @TempDir
    Path folder;

    @Test
    void saysWhoIsSignedIn() {
        long from = System.nanoTime();
        Result table = DanCuCommand.of(PORT, Sandbox.OPERATOR).run("whoami");
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        Result json = DanCuCall.of(PORT, Sandbox.OPERATOR).run("whoami", "--json");

        assertThat(table.exit()).as(table.err()).isZero();
        assertThat(table.out()).contains("hoa.vanhanh", "operator");
        assertThat(json.out()).contains("\"name\" : \"hoa.vanhanh\"");
        LOGGER.atInfo()
                .addKeyValue(LogKeys.DURATION_MS, took.toMillis())
                .log("The command whoami, the start of its process included");
    }

    @Test
    void listsAndShowsPartnersInBothLanguages() {
        Result vietnamese = DanCuCommand.of(PORT, Sandbox.INSPECTOR).run("partner", "list");
        Result english = DanCuCall.of(PORT, Sandbox.INSPECTOR).run("partner", "show", "h41-lgsp", "--lang", "en");

        assertThat(vietnamese.exit()).as(vietnamese.err()).isZero();
        assertThat(vietnamese.out()).contains("h41-lgsp", "g22-portal");
        assertThat(english.out()).contains("h41-lgsp", "State", "active");
    }

    @Test
    void endsByTheClassOfTheError() {
        DanCuCall inspector = DanCuCall.of(PORT, Sandbox.INSPECTOR);

        assertThat(inspector.run("partner", "show", "nobody").exit()).isEqualTo(ExitCodes.REFUSED);
        assertThat(inspector.run("partner", "fly").exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(inspector.run("partner", "suspend", "--ground", "breach").exit())
                .isEqualTo(ExitCodes.USAGE);
        Result role = DanCuCommand.of(PORT, Sandbox.INSPECTOR)
                .run("partner", "suspend", "--ground", "breach", "--reason", "x");
        assertThat(role.exit()).isEqualTo(ExitCodes.NOT_ALLOWED);
        assertThat(role.err()).contains("role_missing", "Tài khoản không có vai trò cần thiết");
        assertThat(DanCuCall.of(1, Sandbox.INSPECTOR).run("whoami").exit()).isEqualTo(ExitCodes.UNAVAILABLE);
    }

    @Test
    void takesNoPasswordAsAnArgumentAndSendsNoneOverAnOpenNet() {
        DanCuCall inspector = DanCuCall.of(PORT, Sandbox.INSPECTOR);

        assertThat(inspector.run("whoami", "--password", "x").exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(inspector.run("whoami", "--url", "http://bus.example").exit())
                .isEqualTo(ExitCodes.USAGE);
        Result nobody = new DanCuCall(Map.of("DANCU_URL", "http://127.0.0.1:" + PORT)).run("whoami");
        assertThat(nobody.exit()).isEqualTo(ExitCodes.NOT_ALLOWED);
        assertThat(nobody.err()).contains("DANCU_USER");
    }

    @Test
    void asksForACitizensNumberAndDoesNotTakeItAsAnArgument() {
        Result asked = DanCuCommand.of(PORT, Sandbox.INSPECTOR)
                .typing("999000000001")
                .run("audit", "person", "--so-dinh-danh");

        assertThat(asked.exit()).as(asked.err()).isZero();
        assertThat(DanCuCall.of(PORT, Sandbox.INSPECTOR)
                        .run("audit", "person", "--so-dinh-danh", "999000000001")
                        .exit())
                .isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void writesAndReadsATextOfASubscriberOfTheSandbox() {
        DanCuCall subscriber = new DanCuCall(Map.of("DANCU_URL", "http://127.0.0.1:" + PORT));

        Result sent = subscriber.run("sms", "send", "0100770301", "8088", "DC HD");
        Result read = subscriber.run("sms", "read", "+84100770301");

        assertThat(sent.out()).as(sent.err()).startsWith("Từ 8088").contains("DC TT");
        assertThat(read.out()).startsWith("Gửi 8088").contains("DC HD", "Từ 8088");
        assertThat(subscriber.run("sms", "send", "0100770301", "1", "a").exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(subscriber.run("sms", "send", "0100770301").exit()).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void verifiesFilesWithoutAnyBus() throws IOException {
        Path garbage = Files.writeString(folder.resolve("garbage.json"), "{}");
        DanCuCall offline = new DanCuCall(NO_BUS);

        assertThat(new DanCuCommand()
                        .with("DANCU_URL", NO_BUS.get("DANCU_URL"))
                        .run("audit", "verify", garbage.toString())
                        .exit())
                .isEqualTo(ExitCodes.USAGE);
        assertThat(offline.run("audit", "verify", folder.resolve("no").toString())
                        .err())
                .contains("Không đọc được tệp");
        assertThat(offline.run("audit", "verify", garbage.toString(), "--key", "short")
                        .err())
                .contains("64");
    }

    @Test
    void checksRouteFilesWithoutAnyBus() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.camel.yaml"), "- route:\n    id: wrong\n    script: x\n");
        DanCuCall offline = new DanCuCall(NO_BUS);

        Result right = new DanCuCommand()
                .with("DANCU_URL", NO_BUS.get("DANCU_URL"))
                .run("routes", "lint", "routes", "--lang", "en");
        Result found = offline.run("routes", "lint", folder.toString());
        Result json = offline.run("routes", "lint", folder.toString(), "--json");

        assertThat(right).isEqualTo(new Result(0, routeFiles() + " files, 0 findings\n", ""));
        assertThat(found.exit()).isEqualTo(1);
        assertThat(found.out())
                .contains(wrong + ":3:5 key-unknown Từ vựng không có \"script\" ở đây. Dùng: id, description,");
        assertThat(json.out()).contains("\"rule\":\"key-unknown\"");
        assertThat(offline.run("routes", "lint", folder.resolve("no").toString())
                        .exit())
                .isEqualTo(ExitCodes.USAGE);
    }

    private static long routeFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).count();
        }
    }

    /** The letters stand in a script, since this JVM may have a locale without UTF-8 itself. */
    @Test
    void takesVietnameseUnderALocaleThatHasNone() throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("script"), "exec bin/dancu routes lint 'thư mục không có'");
        for (String locale : new String[] {"C", "POSIX"}) {
            Path err = folder.resolve("err-" + locale);
            ProcessBuilder bash = new ProcessBuilder("bash", script.toString()).redirectError(err.toFile());
            bash.environment().put("LC_ALL", locale);
            bash.environment().put("JAVA_HOME", System.getProperty("java.home"));

            assertThat(bash.start().waitFor()).isEqualTo(ExitCodes.USAGE);
            assertThat(Files.readString(err)).contains("Không đọc được tệp thư mục không có");
        }
    }

    @Test
    void findsThisMachineFit() {
        Result doctor = DanCuCommand.of(PORT, Sandbox.INSPECTOR).run("doctor");

        assertThat(doctor.exit()).as(doctor.out()).isZero();
        assertThat(doctor.out()).contains("[đúng]  Địa chỉ", "khanh.thanhtra, vai trò: inspector");
    }

    @Test
    void explainsItselfAndCompletes() {
        Result help = new DanCuCommand().run("partner", "--help");
        Result english = new DanCuCall(Map.of("DANCU_LANG", "en")).run("policy", "publish", "-h");
        Result completion = new DanCuCall(Map.of()).run("completion");

        assertThat(help.out()).contains("Cách dùng: dancu partner", "suspend", "terminate");
        assertThat(english.out()).contains("Publish a draft that somebody else wrote", "<id>");
        assertThat(completion.out()).contains("complete -F _complete_dancu");
    }
}
