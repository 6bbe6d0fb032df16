package vn.dancu.bus.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.fixtures.KeyStores;
import vn.dancu.bus.sandbox.SandboxSmsSettings;
import vn.dancu.bus.sandbox.sms.MobileText;
import vn.dancu.bus.sandbox.sms.MockSmsc;
import vn.dancu.bus.sandbox.sms.SubmittedText;
import vn.dancu.bus.sms.ArrivedMessage;
import vn.dancu.bus.sms.PhoneNumber;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.sms.SmscConnections;

/** Sessions with the simulated SMSC: bound anew whatever it does, in each form that the settings know. */
class SmscLinksTest {

    private static final String OPERATOR = "mang-a";
    private static final PhoneNumber PHONE = new PhoneNumber("+84999000001");

    private final List<SubmittedText> phone = new CopyOnWriteArrayList<>();
    private final List<ArrivedMessage> arrived = new CopyOnWriteArrayList<>();
    private final KeptSubmissions submissions = new KeptSubmissions();
    private final MockSmsc smsc = new MockSmsc(
            new SandboxSmsSettings(
                    0,
                    4,
                    Duration.ofSeconds(1),
                    Duration.ofMillis(50),
                    List.of(new SandboxSmsSettings.SmsOperator(OPERATOR, "sandboxa", List.of("8088")))),
            phone::add,
            Clock.systemUTC());
    private @Nullable SmscLinks links;
    private SmscConnections.@Nullable Connection connection;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        smsc.start();
    }

    @AfterEach
    void stop() {
        if (connection != null) {
            connection.close();
        }
        smsc.close();
    }

    @ParameterizedTest
    @CsvSource({"fail, smpp_0000000d", "silent, silent"})
    void aBindThatFailsIsTriedAgain(String fault, String said) throws IOException {
        order("[{\"verb\":\"bind\",\"fault\":\"%s\"}]".formatted(fault));

        connect(smsc.port(), null, Map.of());

        await().untilAsserted(() -> assertThat(state().lastError()).isEqualTo(said));
        smsc.faults(OPERATOR).get(0).clear();
        awaitBound();
        assertThat(state().lastError()).isNull();
    }

    @Test
    void aLinkThatDoesNotAnswerIsLeftAndBoundAnew() throws IOException {
        order("[{\"verb\":\"enquire_link\",\"fault\":\"silent\",\"times\":1}]");
        connect(smsc.port(), null, Map.of("enquire-link", "100ms"));
        awaitBound();
        Instant first = state().since();

        await().untilAsserted(() -> assertThat(state().since()).isAfter(first));
        awaitBound();
    }

    @Test
    void oneSessionReceivesAndOneSends() throws Exception {
        connect(smsc.port(), null, Map.of("bind", "separate"));
        awaitBound();

        submit("Xin chao");
        smsc.deliver(OPERATOR, List.of(text("DC HD")));

        await().untilAsserted(() -> assertThat(arrived)
                .anySatisfy(message -> assertThat(message.content()).asString().isEqualTo("DC HD"))
                .anySatisfy(message -> {
                    assertThat(message.isReceipt()).isTrue();
                    assertThat(message.ours()).isEqualTo(reference());
                }));
        assertThat(phone).hasSize(1);
    }

    @Test
    void partsGoWithParameters() throws Exception {
        connect(smsc.port(), null, Map.of("parts", "sar"));
        awaitBound();

        submit("x".repeat(200));

        assertThat(phone)
                .extracting(SubmittedText::segment)
                .doesNotContainNull()
                .hasSize(2);
        assertThat(phone).extracting(text -> text.segment().number()).containsExactly(1, 2);
        assertThat(phone).extracting(text -> text.segment().total()).containsOnly(2);
        assertThat(phone).extracting(text -> text.content().length).containsExactly(153, 47);
        assertThat(submissions.submitted).extracting(part -> part.part()).containsExactly(1, 2);
    }

    @Test
    void aLongTextGoesWhole() throws Exception {
        connect(smsc.port(), null, Map.of("parts", "payload"));
        awaitBound();

        submit("x".repeat(200));

        assertThat(phone).singleElement().satisfies(text -> {
            assertThat(text.content()).hasSize(200);
            assertThat(text.segment()).isNull();
        });
    }

    @Test
    void aSessionIsEncryptedAndTrustsItsOperatorAlone() throws Exception {
        KeyStores keys = new KeyStores(folder);
        keys.key("smsc");
        keys.key("stranger");
        Path trust = keys.trusting("trust", List.of("smsc"));
        try (TlsProxy proxy = new TlsProxy(keys.client("smsc", trust), smsc.port())) {
            connect(proxy.port(), keys.client(null, trust), Map.of());
            awaitBound();
            submit("Xin chao");
            assertThat(phone).hasSize(1);
        }
        connection.close();
        try (TlsProxy proxy = new TlsProxy(keys.client("stranger", trust), smsc.port())) {
            connect(proxy.port(), keys.client(null, trust), Map.of());
            await().untilAsserted(() -> assertThat(state().lastError()).isEqualTo("tls_refused"));
        }
    }

    /** The timeout for an answer is ten seconds: who waits hears at once that none comes. */
    @Test
    void aSessionThatEndsIsKnownAtOnceToThoseWhoWait() throws IOException {
        order("[{\"verb\":\"submit_sm\",\"fault\":\"lost\",\"times\":1}]");
        connect(smsc.port(), null, Map.of("timeout", "10s"));
        awaitBound();
        long began = System.nanoTime();

        SendFailure failure = catchThrowableOfType(SendFailure.class, () -> submit("Xin chao"));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(failure).hasMessage("smsc_cut");
        assertThat(failure.isFinal()).isFalse();
        assertThat(failure.delay()).isEqualTo(KeptSubmissions.HOLD);
        assertThat(submissions.unanswered).singleElement().satisfies(part -> assertThat(part.reference())
                .isEqualTo(reference()));
    }

    /** The instance that sent it died: it may have submitted the first part. */
    @Test
    void whatAnInterruptedAttemptDidIsAwaited() throws Exception {
        connect(smsc.port(), null, Map.of());
        awaitBound();

        SendFailure failure = catchThrowableOfType(SendFailure.class, () -> submit("Xin chao", 2, true));

        assertThat(failure).hasMessage("smsc_unanswered");
        assertThat(failure.delay()).isEqualTo(KeptSubmissions.HOLD);
        assertThat(phone).isEmpty();
        submit("Xin chao", 3, false);
        assertThat(phone).hasSize(1);
    }

    private void connect(int port, @Nullable SSLContext tls, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(port),
                "system-id", OPERATOR,
                "password", "sandboxa",
                "numbers", "8088",
                "rate", "1000",
                "timeout", "400ms"));
        values.putAll(more);
        Map<String, String> keys = new HashMap<>();
        values.forEach((key, value) -> keys.put("dancu.sms.operators." + OPERATOR + "." + key, value));
        SmsSettings settings =
                new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate("dancu.sms", SmsSettings.class);
        links = new SmscLinks(
                settings,
                operator -> new SmscSockets((int) operator.timeout().toMillis(), tls),
                submissions,
                new SubmitMetrics(new SimpleMeterRegistry()),
                Clock.systemUTC());
        connection = links.connect((message, done) -> {
            arrived.add(message);
            done.accept(null);
        });
    }

    private void submit(String text) throws SendFailure {
        submit(text, 1, false);
    }

    private void submit(String text, int attempt, boolean isInterrupted) throws SendFailure {
        UUID delivery = new UUID(0, 70_000);
        links.submit(new SmscConnections.TextToSubmit(
                delivery, OPERATOR, "8088", PHONE, links.segments(OPERATOR, text), attempt, isInterrupted));
    }

    private static int reference() {
        return 70_001 & 0xffff;
    }

    private SmscConnections.State state() {
        return links.states().get(0);
    }

    private void awaitBound() {
        await().pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(state().bound()).isTrue());
    }

    private void order(String faults) throws IOException {
        smsc.faults(OPERATOR).get(0).replace(new ByteArrayInputStream(faults.getBytes(StandardCharsets.UTF_8)));
    }

    private static MobileText text(String content) {
        return new MobileText(new MobileText.Wire(
                PHONE.digits(), "8088", 0, 0, content.getBytes(StandardCharsets.US_ASCII), List.of()));
    }
}
