package vn.dancu.bus.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.SearchTerm;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ChannelSenders;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.delivery.Delivery;
import vn.dancu.bus.delivery.DeliveryState;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RouteFiles;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.contact.Contacts;
import vn.dancu.bus.partner.notice.NoticeKind;
import vn.dancu.bus.partner.notice.Notices;

/** A mail that its server took and returned later, by the shipped route and a mailbox read by IMAP. */
class BounceIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final PartnerId PARTNER = new PartnerId("h41-lgsp");
    private static final String FROM = "bus@dancu.example";
    private static final String OPERATOR = "ops-" + UUID.randomUUID() + "@dancu.example";
    private static final String FOREIGN = "somebody-else@foreign.example";
    /** It logs in the same process. */
    private static final Pattern MAIL_SERVER = Pattern.compile(" c\\.i(cegreen)?\\.g(reenmail)?\\.");

    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(BUS.bean(PlatformTransactionManager.class));
    private static final NotificationSettings SETTINGS =
            new NotificationSettings(FROM, Duration.ofSeconds(1), Map.of(), List.of(OPERATOR));

    private final AgencyCode agency =
            AgencyCode.of(BUS.bean(Partners.class).find(PARTNER).orElseThrow().agencyCode());
    private final String officer = BUS.bean(Contacts.class)
            .find(agency)
            .orElseThrow()
            .officers()
            .get(0)
            .email();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void recordsAFailureOnceAndLeavesEverythingElseInTheMailboxUnread() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        GreenMailUser mailbox = server.setUser("bounces@dancu.example", "bounces", "secret");
        try (ChannelSenders.Connection mail = BUS.bean(ChannelSenders.class)
                        .connect("mail", new SmtpSender(sender(server.getSmtp().getPort()), FROM));
                DefaultCamelContext camel = route(server.getImap().getPort())) {
            UUID sent = sentToTheOfficer();
            List<String> hostile = hostile(sent);
            for (String each : hostile) {
                deliver(mailbox, each);
            }
            deliver(mailbox, report(sent, officer, "delayed", "4.4.1"));
            deliver(mailbox, report(sent, officer.toUpperCase(Locale.ROOT), "failed", "5.1.1"));
            deliver(mailbox, report(sent, officer, "failed", "5.2.1"));

            camel.start();

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(flags(server, mailbox))
                    .hasSize(hostile.size() + 3)
                    .allMatch(flags -> flags.contains(Flags.Flag.SEEN) || flags.contains(Flags.Flag.FLAGGED)));
            assertThat(flags(server, mailbox).subList(0, hostile.size()))
                    .allMatch(flags -> flags.contains(Flags.Flag.FLAGGED) && !flags.contains(Flags.Flag.SEEN));
            assertThat(flags(server, mailbox).subList(hostile.size(), hostile.size() + 3))
                    .allMatch(flags -> flags.contains(Flags.Flag.SEEN) && !flags.contains(Flags.Flag.FLAGGED));
            isSeenByOperatorsAndClerks(server, sent);
            // After many more looks into the mailbox.
            assertThat(counted("foreign")).isEqualTo(hostile.size());
            assertThat(counted("permanent")).isEqualTo(1);
            assertThat(counted("nothing_new")).isEqualTo(2);
            assertThat(Files.readAllLines(RunningBus.LOG))
                    .filteredOn(line -> !MAIL_SERVER.matcher(line).find())
                    .noneMatch(line -> line.contains(officer) || line.contains(FOREIGN) || line.contains(OPERATOR));
        } finally {
            server.stop();
            BUS.jdbc().sql("delete from partner.contact_returned").update();
        }
    }

    private void isSeenByOperatorsAndClerks(GreenMail server, UUID sent) throws Exception {
        assertThat(BUS.bean(Deliveries.class).find(sent).orElseThrow())
                .returns("bounce_5.1.1", Delivery::lastError)
                .returns(DeliveryState.Name.DELIVERED, it -> it.state().name());
        assertThat(BUS.bean(Contacts.class).returned(agency)).containsOnly(Map.entry(officer, "5.1.1"));
        await().atMost(Duration.ofSeconds(30)).until(() -> toOperators(server).size() == 1);
        assertThat(toOperators(server).get(0).getContent().toString())
                .contains(sent.toString(), "5.1.1", PARTNER.value())
                .doesNotContain(officer);
        assertThat(ConsoleVisitor.signedIn(BUS.ports().http(), Desk.Sandbox.CLERK)
                        .get("/desk/authorities/" + agency.value())
                        .body())
                .contains("Thư bị trả lại: 5.1.1");
    }

    /** The shipped route and its error configuration; the channel is that mailbox. */
    private DefaultCamelContext route(int port) throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        Properties channel = new Properties();
        channel.put(
                "dancu.channel.notice-bounces",
                "imap://127.0.0.1:" + port + "?username=bounces&password=secret&mapMailMessage=false"
                        + "&searchTerm=#newBounces&initialDelay=0&delay=200");
        camel.getPropertiesComponent().setOverrideProperties(channel);
        camel.getRegistry().bind("newBounces", BUS.bean(SearchTerm.class));
        OperatorNotice operators =
                new OperatorNotice(BUS.bean(Outbox.class), TRANSACTION, SETTINGS, BUS.bean(ObjectMapper.class));
        camel.getRegistry()
                .bind(
                        "notification",
                        new BounceSteps(
                                BUS.bean(Deliveries.class),
                                BUS.bean(Partners.class),
                                BUS.bean(Contacts.class),
                                operators,
                                TRANSACTION,
                                meters));
        RouteFiles.load(camel, "notification", "shared/delivery-errors");
        return camel;
    }

    private UUID sentToTheOfficer() {
        TRANSACTION.executeWithoutResult(status -> BUS.bean(Notices.class)
                .write(
                        PARTNER,
                        NoticeKind.RESUMED,
                        UUID.randomUUID().toString(),
                        Instant.EPOCH.plus(Duration.ofDays(30_000)),
                        Map.of()));
        NotificationIT.digest(SETTINGS).send();
        String destination = PARTNER.value() + "." + SmtpSender.pseudonym(officer);
        UUID newest = BUS.bean(Deliveries.class).list(new Deliveries.Filter("mail", null, null), null, 50).stream()
                .filter(each -> each.destination().equals(destination))
                .findFirst()
                .orElseThrow()
                .id();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> BUS.bean(Deliveries.class)
                                .find(newest)
                                .orElseThrow()
                                .state()
                                .name()
                        == DeliveryState.Name.DELIVERED);
        return newest;
    }

    private List<String> hostile(UUID sent) {
        String right = report(sent, officer, "failed", "5.1.1");
        String fields =
                right.substring(right.indexOf("Reporting-MTA"), right.indexOf("--b\r\nContent-Type: message/rfc822"));
        return List.of(
                "Subject: \r\n\r\n",
                "Subject: hello\r\n\r\n" + right,
                right.substring(0, right.indexOf("Message-ID")),
                right.substring(0, right.indexOf("Action")),
                right.replace("Sorry", "x".repeat(76).concat("\r\n").repeat(14_000)),
                right.replace(fields, Base64.getMimeEncoder().encodeToString(fields.getBytes(StandardCharsets.UTF_16))),
                report(sent, FOREIGN, "failed", "5.1.1"),
                report(UUID.randomUUID(), officer, "failed", "5.1.1"));
    }

    private static String report(UUID message, String recipient, String action, String status) {
        return String.join(
                "\r\n",
                "From: MAILER-DAEMON@mx.example",
                "To: " + FROM,
                "Subject: Undelivered",
                "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"",
                "",
                "--b",
                "Content-Type: text/plain",
                "",
                "Sorry",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.example",
                "",
                "Final-Recipient: rfc822; " + recipient,
                "Action: " + action,
                "Status: " + status + " (what the server says)",
                "",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "From: " + FROM,
                "Message-ID: <" + message + "@dancu-bus>",
                "",
                "text",
                "--b--",
                "");
    }

    private static void deliver(GreenMailUser mailbox, String mail) throws Exception {
        mailbox.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<Flags> flags(GreenMail server, GreenMailUser mailbox) throws Exception {
        return server.getManagers().getImapHostManager().getInbox(mailbox).getMessages().stream()
                .map(StoredMessage::getFlags)
                .toList();
    }

    private static List<MimeMessage> toOperators(GreenMail server) {
        return Arrays.stream(server.getReceivedMessagesForDomain(OPERATOR)).toList();
    }

    private double counted(String outcome) {
        return meters.get("dancu.notification.bounces")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }
}
