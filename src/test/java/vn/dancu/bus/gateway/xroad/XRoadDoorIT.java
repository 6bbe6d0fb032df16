package vn.dancu.bus.gateway.xroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.xml.soap.AttachmentPart;
import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.MimeHeaders;
import jakarta.xml.soap.SOAPBody;
import jakarta.xml.soap.SOAPElement;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPHeader;
import jakarta.xml.soap.SOAPMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.KeyStores;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SecondInstance;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.xroad.SecurityServer;
import vn.dancu.bus.partner.xroad.XRoadClient;
import vn.dancu.bus.partner.xroad.XRoadRegistry;

/**
 * An instance with TLS that lets in registered security servers alone. The client is SAAJ, on which the client library of X-Road
 * (XRd4J) stands: another stack than the one that reads here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XRoadDoorIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final Actor OPERATOR = new Actor("hoa.vanhanh", Set.of(Role.OPERATOR));
    private static final String QUESTIONS = "/xroad/population/v1";

    private @Nullable SecondInstance instance;
    private @Nullable KeyStores keys;
    private @Nullable Path trust;

    @BeforeAll
    void start(@TempDir Path folder) {
        KeyStores stores = new KeyStores(folder);
        Path server = stores.key("server");
        List.of("ss1", "ss2", "stranger").forEach(stores::key);
        Path trusted = stores.trusting("trusted", List.of("ss1", "ss2", "stranger"));
        trust = stores.trusting("bus", List.of("server"));
        keys = stores;
        instance = SecondInstance.beside(
                BUS,
                "--server.ssl.key-store=" + server.toUri(),
                "--server.ssl.key-store-type=PKCS12",
                "--server.ssl.key-store-password=" + KeyStores.PASSWORD,
                "--server.ssl.trust-store=" + trusted.toUri(),
                "--server.ssl.trust-store-type=PKCS12",
                "--server.ssl.trust-store-password=" + KeyStores.PASSWORD,
                "--server.ssl.client-auth=want",
                "--dancu.gateway.xroad.loopback-without-certificate=false");
        register("ss1");
    }

    @AfterAll
    void stop() {
        if (instance != null) {
            instance.close();
        }
    }

    @Test
    void believesNoHeaderWithoutARegisteredSecurityServer() {
        String message = XRoadQuestions.lookUp(BUS.anybody(), id(), "lgsp-nghean", "");

        assertThat(soap(null, QUESTIONS, message).body())
                .contains("<faultcode>Client.ssl_authentication_failed<", "certificate_missing");
        assertThat(soap("stranger", QUESTIONS, message).body()).contains("certificate_wrong");
        assertThat(soap("ss1", QUESTIONS, message).body()).contains("TraCuuThongTinCongDanResponse");
        assertThat(get(null, "/r1/VN/GOV/000.00.00.G01/csdldc/listMethods").body())
                .contains("certificate_missing");
        assertThat(get(null, "/listClients").body()).contains("certificate_missing");
    }

    @Test
    void takesTheWordOfASecurityServerNoLongerOnceItIsRevoked() {
        SecurityServer second = register("ss2");
        String message = XRoadQuestions.lookUp(BUS.anybody(), id(), "lgsp-nghean", "");
        assertThat(soap("ss2", QUESTIONS, message).body()).contains("TraCuuThongTinCongDanResponse");

        bean(XRoadRegistry.class).revoke(second.id(), "thay máy", OPERATOR);

        assertThat(soap("ss2", QUESTIONS, message).body()).contains("certificate_wrong");
    }

    @Test
    void knowsAClientFromTheMomentThatAnOperatorConnectsIt() {
        XRoadClient client = XRoadClient.ofLine("VN:GOV:H41:moi");
        String message = XRoadQuestions.lookUp(BUS.anybody(), id(), "moi", "");
        assertThat(soap("ss1", QUESTIONS, message).body()).contains("<faultcode>Client.unknown_member<");

        bean(XRoadRegistry.class).add(client, new PartnerId("h41-lgsp"), OPERATOR);
        assertThat(soap("ss1", QUESTIONS, message).body()).contains("TraCuuThongTinCongDanResponse");

        bean(XRoadRegistry.class).remove(client, "nhầm", OPERATOR);
        assertThat(soap("ss1", QUESTIONS, message).body()).contains("<faultcode>Client.unknown_member<");
        assertThat(acts("xroad-client/VN:GOV:H41:moi"))
                .containsExactly("partner.xroad_client_added", "partner.xroad_client_removed");
    }

    @Test
    void takesAMessageThatBreaksOffForABrokenOneAndForNoFaultOfTheBus() throws IOException {
        long before = broken();
        try (Socket socket = new Socket("127.0.0.1", BUS.ports().http())) {
            String half = "POST " + QUESTIONS + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n"
                    + "Content-Length: 5000\r\nConnection: close\r\n\r\n<a>";
            socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        }

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(broken()).isEqualTo(before + 1));
    }

    private static long broken() {
        return BUS.jdbc()
                .sql("select count(*) from audit.event where kind = 'REFUSAL' and result = 'message_malformed'"
                        + " and event::jsonb -> 'data' ->> 'door' = 'xroad'")
                .query(Long.class)
                .single();
    }

    @Test
    void recordsTheCaseAndThePartyOnWhoseBehalfIsAsked() {
        String message =
                XRoadQuestions.lookUp(BUS.anybody(), id(), "lgsp-nghean", XRoadQuestions.representing("H41.5"));

        String event = soap("ss1", QUESTIONS, message)
                .headers()
                .firstValue("DanCu-Event-Id")
                .orElseThrow();

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(recorded(event))
                .contains("\"door\":\"xroad\"", "\"issue\":\"HS-2026-77\"", "\"representedParty\":\"GOV/H41.5\""));
    }

    /** As XRd4J does: an envelope that SAAJ builds, with an attachment, and an answer that SAAJ reads. */
    @Test
    void answersAForeignClientWithAttachments() throws SOAPException, IOException {
        Person person = BUS.anybody();
        String id = id();
        SOAPMessage question = SaajQuestions.message(person, id, "TraCuuThongTinCongDan");
        AttachmentPart attachment = question.createAttachmentPart();
        attachment.setContent("không ai đọc", "text/plain; charset=UTF-8");
        attachment.setContentId("<a1>");
        question.addAttachmentPart(attachment);

        SOAPMessage answer = sent(question, QUESTIONS);

        assertThat(answer.getSOAPBody().hasFault()).isFalse();
        SOAPElement wrapper = first(answer.getSOAPBody());
        assertThat(wrapper.getElementQName()).isEqualTo(new QName(SaajQuestions.DAN, "TraCuuThongTinCongDanResponse"));
        assertThat(wrapper.getTextContent()).contains(person.soDinhDanh());
        assertThat(text(answer.getSOAPHeader(), "id")).isEqualTo(id);
        assertThat(text(answer.getSOAPHeader(), "userId")).isEqualTo("VN0000canbo01");
        assertThat(text(answer.getSOAPHeader(), "protocolVersion")).isEqualTo("4.0");
    }

    @Test
    void givesAForeignClientTheContractAsAnAttachment() throws SOAPException, IOException {
        SOAPMessage question = SaajQuestions.message(BUS.anybody(), id(), "getWsdl");

        SOAPMessage answer = sent(question, QUESTIONS);

        assertThat(answer.countAttachments()).isEqualTo(1);
        AttachmentPart wsdl = answer.getAttachments().next();
        assertThat(new String(wsdl.getRawContentBytes(), StandardCharsets.UTF_8))
                .contains("http://example.org/xroad-endpoint", "TraCuuThongTinCongDanResponse")
                .doesNotContain("schemaLocation");
    }

    @Test
    void tellsAForeignClientOfAFault() throws SOAPException, IOException {
        SOAPMessage question = SaajQuestions.message(BUS.anybody(), id(), "TraCuuThongTinCongDan");
        question.getSOAPHeader().removeContents();
        question.getSOAPHeader().addChildElement("other", "o", "urn:other");

        SOAPMessage answer = sent(question, QUESTIONS);

        assertThat(answer.getSOAPBody().getFault().getFaultCode()).isEqualTo("Client.missing_header_field");
        assertThat(answer.getSOAPBody().getFault().getDetail().getTextContent()).contains("field_missing");
    }

    private SOAPMessage sent(SOAPMessage question, String path) throws SOAPException, IOException {
        question.saveChanges();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        question.writeTo(out);
        String type = question.getMimeHeaders().getHeader("Content-Type")[0].replaceAll("\\s+", " ");
        HttpResponse<byte[]> answer = send(
                "ss1",
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(out.toByteArray())),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        MimeHeaders headers = new MimeHeaders();
        headers.addHeader(
                "Content-Type", answer.headers().firstValue("Content-Type").orElseThrow());
        return MessageFactory.newInstance().createMessage(headers, new ByteArrayInputStream(answer.body()));
    }

    private static SOAPElement first(SOAPBody body) {
        return (SOAPElement) body.getChildElements().next();
    }

    private static String text(SOAPHeader header, String field) {
        return header.getElementsByTagNameNS(SaajQuestions.XRD, field).item(0).getTextContent();
    }

    private HttpResponse<String> soap(@Nullable String key, String path, String message) {
        return send(
                key,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .header("SOAPAction", "\"\"")
                        .POST(HttpRequest.BodyPublishers.ofString(message)),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(@Nullable String key, String path) {
        return send(key, HttpRequest.newBuilder(uri(path)).GET(), HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(
            @Nullable String key, HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(Objects.requireNonNull(keys).client(key, Objects.requireNonNull(trust)))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private SecurityServer register(String key) {
        try {
            return bean(XRoadRegistry.class)
                    .register(
                            "VN:GOV:G01:" + key,
                            Objects.requireNonNull(keys).certificate(key).getEncoded(),
                            OPERATOR);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> acts(String subject) {
        return BUS.jdbc()
                .sql("select event::jsonb -> 'data' ->> 'action' from audit.event where kind = 'ACT'"
                        + " and event::jsonb -> 'data' ->> 'subject' = ? order by occurred_at")
                .param(subject)
                .query(String.class)
                .list();
    }

    private static String recorded(String event) {
        return BUS.jdbc()
                .sql("select event from audit.event where id = ?")
                .param(UUID.fromString(event))
                .query(String.class)
                .single()
                .replace(": ", ":");
    }

    private URI uri(String path) {
        return URI.create(
                "https://127.0.0.1:" + Objects.requireNonNull(instance).http() + path);
    }

    private <T> T bean(Class<T> type) {
        return Objects.requireNonNull(instance).bean(type);
    }

    private static String id() {
        return "xr-" + UUID.randomUUID();
    }
}
