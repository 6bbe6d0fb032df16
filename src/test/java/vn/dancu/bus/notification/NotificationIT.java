package vn.dancu.bus.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.citizen.OverdueAnswer;
import vn.dancu.bus.delivery.Attempt;
import vn.dancu.bus.delivery.ChannelSenders;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.ledger.Balance;
import vn.dancu.bus.ledger.UnevenHour;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.contact.ContactOfficer;
import vn.dancu.bus.partner.contact.Contacts;
import vn.dancu.bus.partner.notice.NoticeKind;
import vn.dancu.bus.partner.notice.Notices;

/** A notice reaches the people who must act on it, by mail and at the address that the partner has named. */
class NotificationIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final PartnerId PARTNER = new PartnerId("h41-lgsp");
    private static final String FROM = "bus@dancu.example";
    private static final String SECRET = "a-secret-of-more-than-thirty-two-characters";
    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(BUS.bean(PlatformTransactionManager.class));

    @Test
    void sendsWhatWasWrittenWithinAWhileAsOneMailToEachContactOfficer() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (ChannelSenders.Connection mail = BUS.bean(ChannelSenders.class)
                .connect("mail", new SmtpSender(sender(server.getSmtp().getPort()), FROM))) {
            NoticeDigest digest = digest(new NotificationSettings(FROM, Duration.ofSeconds(1), Map.of(), List.of()));
            digest.send();
            String first = UUID.randomUUID().toString();
            String second = UUID.randomUUID().toString();
            write(NoticeKind.CERTIFICATE_EXPIRES, first);
            write(NoticeKind.AGREEMENT_EXPIRES, second);

            digest.send();
            digest.send();

            Set<String> officers = officers();
            assertThat(officers).isNotEmpty();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(mails(server, first)).hasSameSizeAs(officers));
            assertThat(mails(server, second)).hasSameSizeAs(officers);
            assertThat(mails(server, first))
                    .extracting(NotificationIT::recipient)
                    .containsExactlyInAnyOrderElementsOf(officers);
            MimeMessage one = mails(server, first).get(0);
            assertThat(one.getSubject()).isEqualTo("[DanCu Bus] 2 thông báo của DanCu Bus / 2 notices of DanCu Bus");
            assertThat(text(one))
                    .contains("Kính gửi", "Chứng thư số sắp hết hạn", "Thỏa thuận kết nối sắp hết hạn", "To ");
            assertThat(one.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(one.getMessageID()).endsWith("@dancu-bus>");
        } finally {
            server.stop();
        }
    }

    @Test
    void callsThePartnersAddressSignedAndAgainWithTheSameIdUntilItIsTaken() throws Exception {
        Queue<Map<String, String>> calls = new ConcurrentLinkedQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/notices", exchange -> answer(exchange, calls));
        server.start();
        Map<String, NotificationSettings.Webhook> webhooks = Map.of(
                PARTNER.value(),
                new NotificationSettings.Webhook(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notices"), SECRET));
        try (ChannelSenders.Connection calling =
                BUS.bean(ChannelSenders.class).connect("webhook", new WebhookSender(webhooks, Clock.systemUTC()))) {
            NoticeDigest digest = digest(new NotificationSettings(null, Duration.ofSeconds(1), webhooks, List.of()));
            digest.send();
            await().atMost(Duration.ofSeconds(30)).until(() -> calls.size() != 1);
            calls.clear();
            write(NoticeKind.RESUMED, UUID.randomUUID().toString());

            digest.send();

            await().atMost(Duration.ofSeconds(30)).until(() -> calls.size() == 2);
        } finally {
            server.stop(0);
        }
        List<Map<String, String>> both = new ArrayList<>(calls);
        assertThat(both.get(0).get("webhook-id")).isEqualTo(both.get(1).get("webhook-id"));
        for (Map<String, String> call : both) {
            String signed = call.get("webhook-id") + "." + call.get("webhook-timestamp") + "." + call.get("body");
            assertThat(call.get("webhook-signature")).isEqualTo("v1," + hmac(signed));
        }
        JsonNode notice = JsonMapper.builder()
                .build()
                .readTree(both.get(0).get("body"))
                .path("notices")
                .path(0);
        assertThat(notice.path("kind").asText()).isEqualTo("resumed");
        assertThat(notice.at("/vi/subject").asText()).isEqualTo("Kết nối hoạt động lại");
    }

    @Test
    void reportsAnUnevenHourToTheOperatorsOnce() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        Instant hour = Instant.parse("2026-11-27T09:00:00Z");
        Balance line = new Balance(hour, "rest", "h41-lgsp", 7, 5, 1, 0, 0, 0, 1, null);
        NotificationSettings settings = new NotificationSettings(
                FROM, Duration.ofSeconds(1), Map.of(), List.of("ops-" + UUID.randomUUID() + "@dancu.example"));
        OperatorNotice notice =
                new OperatorNotice(BUS.bean(Outbox.class), TRANSACTION, settings, BUS.bean(ObjectMapper.class));
        try (ChannelSenders.Connection mail = BUS.bean(ChannelSenders.class)
                .connect("mail", new SmtpSender(sender(server.getSmtp().getPort()), FROM))) {
            notice.send(new UnevenHour(hour, "rest", List.of(line)));
            notice.send(new UnevenHour(hour, "rest", List.of(line)));
            notice.send(new UnevenHour(hour, "soap", List.of(line)));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> mails(server, "cổng: soap").size() == 1);
            assertThat(mails(server, "cổng: rest")).singleElement().satisfies(one -> {
                assertThat(recipient(one)).isEqualTo(settings.operators().get(0));
                assertThat(text(one)).contains("2026-11-27T09:00:00Z", "h41-lgsp: taken 7, answered 5", "missing 1");
            });
        } finally {
            server.stop();
        }
    }

    @Test
    void mailsTheOperatorsOnceOfAnAnswerToACitizenThatIsOverdue() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        NotificationSettings settings = new NotificationSettings(
                FROM, Duration.ofSeconds(1), Map.of(), List.of("ops-" + UUID.randomUUID() + "@dancu.example"));
        OperatorNotice notice =
                new OperatorNotice(BUS.bean(Outbox.class), TRANSACTION, settings, BUS.bean(ObjectMapper.class));
        LocalDate due = LocalDate.of(2026, 12, 1);
        try (ChannelSenders.Connection mail = BUS.bean(ChannelSenders.class)
                .connect("mail", new SmtpSender(sender(server.getSmtp().getPort()), FROM))) {
            notice.sendOverdue(new OverdueAnswer(OverdueAnswer.Kind.QUESTION, "CH-TEST23456", "h41-lgsp", due));
            notice.sendOverdue(new OverdueAnswer(OverdueAnswer.Kind.QUESTION, "CH-TEST23456", "h41-lgsp", due));
            notice.sendOverdue(new OverdueAnswer(OverdueAnswer.Kind.CORRECTION, "DC-TEST23456", "H41", due));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> mails(server, "DC-TEST23456").size() == 1);
            assertThat(text(mails(server, "DC-TEST23456").get(0))).contains("2026-12-01", "Cơ quan H41", "Agency H41");
            assertThat(mails(server, "CH-TEST23456")).singleElement().satisfies(one -> {
                assertThat(recipient(one)).isEqualTo(settings.operators().get(0));
                assertThat(text(one)).contains("2026-12-01", "h41-lgsp");
            });
        } finally {
            server.stop();
        }
    }

    @Test
    void endsAMailThatTheServerRefusesForGoodAndTriesOneAgainThatItRefusesForNow() throws IOException {
        assertThat(refusal("550 5.1.1 no such mailbox"))
                .hasMessage("smtp_550")
                .returns(true, failure -> ((SendFailure) failure).isFinal());
        assertThat(refusal("450 4.2.1 try later"))
                .hasMessage("smtp_450")
                .returns(false, failure -> ((SendFailure) failure).isFinal());
    }

    @Test
    void refusesAnAddressThatIsNotProtectedAndASecretThatIsShort() {
        assertThatThrownBy(() -> new NotificationSettings.Webhook(URI.create("http://lgsp.example/x"), SECRET))
                .hasMessageContaining("https");
        assertThatThrownBy(() -> new NotificationSettings.Webhook(URI.create("https://lgsp.example/x"), "short"))
                .hasMessageContaining("32");
    }

    /** The digest of the shared bus, by other settings. */
    static NoticeDigest digest(NotificationSettings settings) {
        return new NoticeDigest(
                BUS.bean(Notices.class),
                BUS.bean(Partners.class),
                BUS.bean(Contacts.class),
                BUS.bean(Outbox.class),
                TRANSACTION,
                settings,
                BUS.bean(ObjectMapper.class));
    }

    private static void write(NoticeKind kind, String once) {
        TRANSACTION.executeWithoutResult(status -> BUS.bean(Notices.class)
                .write(
                        PARTNER,
                        kind,
                        once,
                        Instant.EPOCH.plus(Duration.ofDays(30_000)),
                        Map.of("id", once, "until", once)));
    }

    private static Set<String> officers() {
        String code = BUS.bean(Partners.class).find(PARTNER).orElseThrow().agencyCode();
        return BUS.bean(Contacts.class).find(AgencyCode.of(code)).orElseThrow().officers().stream()
                .map(ContactOfficer::email)
                .collect(Collectors.toSet());
    }

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }

    private static List<MimeMessage> mails(GreenMail server, String text) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> text(mail).contains(text))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            Address[] to = mail.getRecipients(Message.RecipientType.TO);
            assertThat(to).hasSize(1);
            return to[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first call is refused, each later one taken. */
    private static void answer(HttpExchange exchange, Queue<Map<String, String>> calls) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean taken = !calls.isEmpty();
        calls.add(Map.of(
                "webhook-id", exchange.getRequestHeaders().getFirst("webhook-id"),
                "webhook-timestamp", exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                "webhook-signature", exchange.getRequestHeaders().getFirst("webhook-signature"),
                "body", body));
        exchange.sendResponseHeaders(taken ? 204 : 503, -1);
        exchange.close();
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What becomes of a mail whose recipient a server answers with that line. */
    private static Throwable refusal(String line) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> speak(server, line), "smtp");
            thread.start();
            SmtpSender sending = new SmtpSender(sender(server.getLocalPort()), FROM);
            Attempt attempt = new Attempt(
                    UUID.randomUUID(),
                    "mail",
                    "x",
                    null,
                    null,
                    Map.of(SmtpSender.TO, "nobody@agency.example", SmtpSender.SUBJECT, "s"),
                    "text/plain",
                    "",
                    1,
                    1,
                    null,
                    MessageContent.of("x".getBytes(StandardCharsets.UTF_8)));
            return catchThrowable(() -> sending.send(attempt));
        }
    }

    private static void speak(ServerSocket server, String refusal) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            say(socket, "220 test");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(socket, line.startsWith("RCPT") ? refusal : line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
