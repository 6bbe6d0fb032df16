package vn.dancu.bench.document;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.unit.DataSize;
import vn.dancu.bus.document.AxisSettings.Account;
import vn.dancu.bus.document.AxisSettings.Codes;
import vn.dancu.bus.document.AxisSettings.Credentials;
import vn.dancu.bus.document.AxisSettings.Http;
import vn.dancu.bus.document.AxisSettings.Retry;
import vn.dancu.bus.document.AxisSettings.Transport;
import vn.dancu.bus.document.axis.AxisContent;
import vn.dancu.bus.document.axis.AxisMessageType;
import vn.dancu.bus.document.axis.AxisTransport;
import vn.dancu.bus.document.axis.call.AxisCalls;
import vn.dancu.bus.document.axis.call.AxisHttp;
import vn.dancu.bus.document.axis.vxp.VxpTransport;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.DocumentDescription;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Organization;

/** An agency of the sandbox's axis. */
record Agency(String code, AxisTransport transport) {

    static final String REGISTER = "000.00.00.G01";
    static final String PROVINCE = "000.00.00.H41";

    static Agency of(String code, String secret, int port) {
        Account account = new Account(
                Transport.VXP,
                URI.create("http://127.0.0.1:" + port),
                code,
                new Credentials(code, secret),
                Duration.ofSeconds(1),
                DataSize.ofMegabytes(512),
                false,
                new Http(16, Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMinutes(10), null, null),
                new Retry(2, Duration.ZERO),
                Map.of(),
                new Codes(Set.of("15", "19"), Set.of("10", "18", "21", "22", "23")));
        return new Agency(
                code,
                new VxpTransport(
                        account,
                        new AxisHttp(account.http(), VxpTransport.USER_AGENT, null),
                        new AxisCalls("bench", account, new SimpleMeterRegistry(), Clock.systemUTC()),
                        Clock.systemUTC()));
    }

    void send(byte[] edxml, String to) {
        transport.send(AxisContent.of(edxml), code, List.of(to), AxisMessageType.EDOC);
    }

    /** A document with that file that asks, and a letter that brings it to that size. */
    byte[] request(MessageContext messages, String name, String type, String asks, int bytes) {
        byte[] letter = new byte[Math.max(0, bytes - asks.length()) * 3 / 4];
        new Random(1).nextBytes(letter);
        EDocument document = EDocument.of(
                        Organization.of(code, "UBND tỉnh Nghệ An"),
                        List.of(Organization.of(REGISTER, "Bộ Công an")),
                        UUID.randomUUID().toString(),
                        DocumentDescription.of("Đề nghị cung cấp thông tin công dân"))
                .with(List.of(
                        Attachment.of("hoi", name, type, Content.of(asks.getBytes(StandardCharsets.UTF_8))),
                        Attachment.of("cong-van", "cong-van.pdf", "application/pdf", Content.of(letter))));
        return messages.xml(Version.EDXML_V1)
                .within(MessageLimits.LARGE)
                .write(messages.documents().write(document));
    }
}
