package vn.dancu.bus.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeStage;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.probe.TlsMaterial;

/**
 * The mail server, at which the bus signs in and sends nothing, and the addresses that partners have named, each of which gets a
 * list without a notice, signed as every other.
 *
 * @param mail null where no mail is sent
 */
record NoticeConnections(
        @Nullable JavaMailSenderImpl mail, WebhookSender sender, Map<String, NotificationSettings.Webhook> webhooks)
        implements ConnectionSource {

    private static final byte[] NOTHING = "{\"notices\":[]}".getBytes(StandardCharsets.UTF_8);
    private static final int SMTP_PORT = 25;
    private static final int SMTPS_PORT = 465;

    @Override
    public List<TestedConnection> connections() {
        List<TestedConnection> all = new ArrayList<>();
        if (mail != null && mail.getHost() != null) {
            all.add(mail(mail));
        }
        new TreeMap<>(webhooks).forEach((partner, webhook) -> all.add(webhook(partner, webhook.url())));
        return all;
    }

    private TestedConnection webhook(String partner, URI url) {
        return TestedConnection.http(
                        "webhook-" + partner,
                        TestedConnection.Kind.WEBHOOK,
                        url,
                        TlsMaterial::ofMachine,
                        steps -> steps.run(ProbeStage.ANSWER, () -> call(partner)))
                .of(new PartnerId(partner));
    }

    private String call(String partner) throws ProbeFailure {
        NotificationSettings.Webhook to = webhooks.get(partner);
        if (to == null) {
            throw new ProbeFailure(ProbeFault.ANSWER_REFUSED, "");
        }
        try {
            int status = sender.post(to, UUID.randomUUID(), "application/json", NOTHING);
            if (status < 200 || status > 299) {
                throw ProbeFailure.ofStatus(status);
            }
            return "HTTP " + status;
        } catch (SendFailure e) {
            throw ProbeFailure.of(e, ProbeFault.CONNECTION_CUT);
        }
    }

    private static TestedConnection mail(JavaMailSenderImpl mail) {
        Properties properties = mail.getJavaMailProperties();
        String protocol = mail.getProtocol() == null ? "smtp" : mail.getProtocol();
        boolean encrypted = protocol.equals("smtps") || isSet(properties, "mail.smtp.ssl.enable");
        int port = mail.getPort() > 0 ? mail.getPort() : encrypted ? SMTPS_PORT : SMTP_PORT;
        TestedConnection plain = TestedConnection.plain(
                "mail",
                TestedConnection.Kind.MAIL,
                new TestedConnection.Address(String.valueOf(mail.getHost()), port),
                steps -> steps.run(ProbeStage.CREDENTIAL, () -> signIn(mail)));
        if (encrypted) {
            return plain.encrypted(null, TlsMaterial::ofMachine);
        }
        boolean upgraded = isSet(properties, "mail.smtp.starttls.required");
        return upgraded ? plain.encrypted(NoticeConnections::startTls, TlsMaterial::ofMachine) : plain;
    }

    private static boolean isSet(Properties properties, String name) {
        return "true".equals(String.valueOf(properties.get(name)).toLowerCase(Locale.ROOT));
    }

    /** RFC 3207. */
    private static void startTls(Socket socket) throws IOException, ProbeFailure {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        expect(in, "220");
        socket.getOutputStream().write("EHLO dancu-bus\r\n".getBytes(StandardCharsets.US_ASCII));
        expect(in, "250");
        socket.getOutputStream().write("STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII));
        expect(in, "220");
    }

    private static void expect(BufferedReader in, String code) throws IOException, ProbeFailure {
        String line = in.readLine();
        while (line != null && line.startsWith(code + "-")) {
            line = in.readLine();
        }
        if (line == null || !line.startsWith(code)) {
            String shown = line != null && line.matches("[2-5][0-9]{2}.*") ? "SMTP " + line.substring(0, 3) : "";
            throw new ProbeFailure(ProbeFault.TLS_NOT_SPOKEN, shown);
        }
    }

    private static String signIn(JavaMailSenderImpl mail) throws ProbeFailure {
        try {
            mail.testConnection();
            return "";
        } catch (AuthenticationFailedException e) {
            throw new ProbeFailure(ProbeFault.CREDENTIAL_REFUSED, "", e);
        } catch (MessagingException e) {
            Exception next = e.getNextException();
            throw ProbeFailure.of(next == null ? e : next, ProbeFault.ANSWER_UNREADABLE);
        }
    }
}
