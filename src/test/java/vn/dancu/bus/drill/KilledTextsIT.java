package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.ChildBus;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.sandbox.SandboxSmsSettings;
import vn.dancu.bus.sandbox.sms.MobileText;
import vn.dancu.bus.sandbox.sms.MockSmsc;
import vn.dancu.bus.sandbox.sms.SubmittedText;

/** kill -9 while texts are answered, with sessions that break in the middle of a window: each phone gets its answer once. */
@EnabledIfSystemProperty(named = "test.drills", matches = "long")
class KilledTextsIT {

    private static final int TEXTS = 600;
    private static final String OPERATOR = "mang-k";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LOST_ANSWERS =
            "[{\"verb\":\"submit_sm\",\"fault\":\"lost\",\"every\":150,\"times\":2}]";

    /** Receipts come at once; what a killed process had in hand is taken over when its lease ends. */
    private static final String[] SETTINGS = {
        "--dancu.sms.lease=6s", "--dancu.delivery.lease=6s", "--dancu.sms.resend-after=20s"
    };

    private final List<SubmittedText> phones = new CopyOnWriteArrayList<>();

    @Test
    void everyTextIsAnsweredOnce() throws IOException {
        Path folder = RunningBus.newFolder("sandbox-texts-");
        RunningBus.Ports ports = RunningBus.Ports.free();
        try (MockSmsc smsc = smsc()) {
            smsc.start();
            smsc.faults(OPERATOR)
                    .get(0)
                    .replace(new ByteArrayInputStream(LOST_ANSWERS.getBytes(StandardCharsets.UTF_8)));
            try (ChildBus bus = ChildBus.start(folder, ports, settings(smsc.port()))) {
                smsc.deliver(OPERATOR, texts());
                await().atMost(PATIENCE).until(() -> phones.size() >= TEXTS / 3);
                bus.kill();
            }
            int before = phones.size();
            try (ChildBus again = ChildBus.start(folder, ports, settings(smsc.port()))) {
                await().atMost(PATIENCE).until(() -> answered() == TEXTS);
                // What would be doubled goes again within this time.
                await().during(Duration.ofSeconds(25)).atMost(PATIENCE).until(() -> answered() == TEXTS);
            }
            assertThat(before).isBetween(TEXTS / 3, TEXTS - 1);
        }
        long doubled = phones.size() - answered();
        new Balance("killed-texts", TEXTS, answered(), 0, TEXTS - answered(), doubled).written();
        assertThat(doubled).isZero();
    }

    private long answered() {
        return phones.stream().map(SubmittedText::to).distinct().count();
    }

    private MockSmsc smsc() {
        return new MockSmsc(
                new SandboxSmsSettings(
                        0,
                        16,
                        Duration.ofSeconds(5),
                        Duration.ofMillis(200),
                        List.of(new SandboxSmsSettings.SmsOperator(OPERATOR, "sandboxk", List.of("8077")))),
                phones::add,
                Clock.systemUTC());
    }

    private static String[] settings(int port) {
        String prefix = "--dancu.sms.operators." + OPERATOR + ".";
        List<String> operator = List.of(
                prefix + "host=127.0.0.1",
                prefix + "port=" + port,
                prefix + "system-id=" + OPERATOR,
                prefix + "password=sandboxk",
                prefix + "numbers=8077",
                prefix + "rate=200",
                prefix + "timeout=3s");
        return Stream.concat(Stream.of(SETTINGS), operator.stream()).toArray(String[]::new);
    }

    private static List<MobileText> texts() {
        return IntStream.range(0, TEXTS)
                .mapToObj(i -> new MobileText(new MobileText.Wire(
                        "84100%06d".formatted(810_000 + i),
                        "8077",
                        0,
                        0,
                        "DC HD".getBytes(StandardCharsets.US_ASCII),
                        List.of())))
                .toList();
    }
}
