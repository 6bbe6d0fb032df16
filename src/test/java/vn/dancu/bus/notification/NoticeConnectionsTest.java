package vn.dancu.bus.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeRun;
import vn.dancu.bus.probe.TestedConnection;

/** What a test of a webhook and of the mail server asks, and what it makes of the answer. */
class NoticeConnectionsTest {

    private static final String SECRET = "s".repeat(32);

    private static @Nullable ProbeFault fault(TestedConnection connection) {
        ProbeFailure failure = catchThrowableOfType(
                ProbeFailure.class, () -> connection.exchange().hold(new ProbeRun()));
        return failure == null ? null : failure.fault();
    }

    @Test
    void sendsASignedListWithoutANoticeToAWebhook() throws IOException {
        AtomicReference<String> body = new AtomicReference<>("");
        assertThat(webhook(204, body)).isNull();
        assertThat(body.get()).isEqualTo("v1,:{\"notices\":[]}");
        assertThat(webhook(403, body)).isEqualTo(ProbeFault.CREDENTIAL_REFUSED);
        assertThat(webhook(404, body)).isEqualTo(ProbeFault.ANSWER_STATUS);
    }

    private static @Nullable ProbeFault webhook(int status, AtomicReference<String> body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 5);
        server.createContext("/", exchange -> {
            String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
            body.set(signature.substring(0, 3) + ":"
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            Map<String, NotificationSettings.Webhook> webhooks = Map.of(
                    "h41-lgsp",
                    new NotificationSettings.Webhook(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notices"), SECRET));
            NoticeConnections all =
                    new NoticeConnections(null, new WebhookSender(webhooks, Clock.systemUTC()), webhooks);
            assertThat(all.connections()).singleElement().satisfies(one -> assertThat(one.partner())
                    .hasToString("h41-lgsp"));
            return fault(all.connections().get(0));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void signsInAtTheMailServerAndSendsNothing() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("bus@example.vn", "bus", "right");
        server.start();
        try {
            assertThat(fault(mail(server.getSmtp().getPort(), "right"))).isNull();
            assertThat(fault(mail(server.getSmtp().getPort(), "wrong"))).isEqualTo(ProbeFault.CREDENTIAL_REFUSED);
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    private static TestedConnection mail(int port, String password) {
        JavaMailSenderImpl mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        mail.setUsername("bus");
        mail.setPassword(password);
        mail.getJavaMailProperties().put("mail.smtp.auth", "true");
        return new NoticeConnections(mail, new WebhookSender(Map.of(), Clock.systemUTC()), Map.of())
                .connections()
                .get(0);
    }
}
