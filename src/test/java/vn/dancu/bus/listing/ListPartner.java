package vn.dancu.bus.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.sandbox.listing.OpenPgpPair;

/** A partner of the sandbox that orders lists over both doors, and opens what it gets with its private key. */
final class ListPartner {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PARTNER = "h41-lgsp";
    private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z0-9]+)>([^<]*)</\\1>");

    private final int port;
    private final Path key;
    private final String token;

    ListPartner(RunningBus bus) {
        this.port = bus.ports().http();
        this.key = bus.bean(OpenPgpPair.class).secretKey();
        this.token = Tokens.fetch(port, PARTNER, "sandbox-h41");
    }

    JsonNode ordered(String province, String form, String rest) throws IOException {
        JsonNode request = send(
                "POST", "", order("CungCapDanhSachTheoDiaPhuong", form, rest, "\"maTinhThanh\":\"" + province + "\""));
        assertThat(request.path("trangThai").asText()).as(request.toString()).isEqualTo("waiting");
        return request;
    }

    static String order(String service, String form, String rest, String criteria) {
        return "{\"dichVu\":\"" + service + "\",\"maYeuCau\":\"" + UUID.randomUUID() + "\",\"maCanBo\":\"canbo01\","
                + rest + "\"dinhDang\":\"" + form + "\",\"tieuChi\":{" + criteria + "}}";
    }

    JsonNode ready(String id) {
        return await().until(
                        () -> get("/" + id), it -> it.path("trangThai").asText().equals("ready"));
    }

    JsonNode get(String path) throws IOException {
        return send("GET", path, null);
    }

    JsonNode send(String method, String path, String body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        List<String> headers = new ArrayList<>(List.of("Authorization: Bearer " + token));
        if (body != null) {
            headers.addAll(List.of("Content-Type: application/json", "Content-Length: " + bytes.length));
        }
        return JSON.readTree(RawHttp.send(port, method + " /api/v1/list-requests" + path, headers, bytes)
                .body());
    }

    byte[] file(String id) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/list-requests/" + id + "/file"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<byte[]> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("danh-sach-" + id);
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As the partner opens it, with its private key. */
    byte[] opened(byte[] encrypted) throws IOException {
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(key))) {
            PGPSecretKeyRingCollection keys = new PGPSecretKeyRingCollection(in, new BcKeyFingerprintCalculator());
            PGPEncryptedDataList list =
                    (PGPEncryptedDataList) new BcPGPObjectFactory(new ByteArrayInputStream(encrypted)).nextObject();
            PGPPublicKeyEncryptedData mine = (PGPPublicKeyEncryptedData) list.get(0);
            InputStream clear = mine.getDataStream(new BcPublicKeyDataDecryptorFactory(
                    keys.getSecretKey(mine.getKeyIdentifier().getKeyId()).extractPrivateKey(null)));
            PGPLiteralData literal = (PGPLiteralData) new BcPGPObjectFactory(clear).nextObject();
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            literal.getInputStream().transferTo(content);
            assertThat(mine.verify()).isTrue();
            return content.toByteArray();
        } catch (PGPException e) {
            throw new IOException(e);
        }
    }

    static String value(String answer, String element) {
        Matcher found = ELEMENT.matcher(answer);
        while (found.find()) {
            if (found.group(1).equals(element)) {
                return found.group(2);
            }
        }
        throw new AssertionError("No " + element + " in " + answer.substring(0, Math.min(answer.length(), 600)));
    }

    /** Both sides are held against the contract. */
    String ask(String operation, String content) throws Exception {
        validate(element(operation, content));
        RawHttp.Answer answer = soap(operation, content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        String body = answer.body().replaceFirst("(?s).*<soap:Body>(.*)</soap:Body>.*", "$1");
        validate(body);
        return body;
    }

    static void validate(String element) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("schemas/list/v1/list.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(element.getBytes(StandardCharsets.UTF_8))));
    }

    static String element(String operation, String content) {
        return String.format(Locale.ROOT, "<%1$s xmlns=\"urn:dancu:list:v1\">%2$s</%1$s>", operation, content);
    }

    RawHttp.Answer soap(String operation, String content) {
        return soap(operation, content, String.valueOf(Clock.systemUTC().millis()));
    }

    /** The same message again where {@code at} is the same. */
    RawHttp.Answer soap(String operation, String content, String at) {
        byte[] body = ("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                        + element(operation, content) + "</s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
        List<String> headers = new ArrayList<>(Signature.headers(PARTNER, "sandbox-h41", at));
        headers.add("Content-Type: text/xml; charset=utf-8");
        headers.add("Content-Length: " + body.length);
        return RawHttp.send(port, "POST /soap/list/v1", headers, body);
    }
}
