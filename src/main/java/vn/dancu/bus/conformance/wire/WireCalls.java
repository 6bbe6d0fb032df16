package vn.dancu.bus.conformance.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.conformance.ConformancePlan;
import vn.dancu.bus.conformance.ConformancePlan.Someone;
import vn.dancu.bus.http.client.BoundedCall;
import vn.dancu.bus.kernel.Sha256;

/** The calls of a run. An answer that does not come is an exception, which is what was seen. Thread-safe. */
public final class WireCalls {

    public static final String XML = "text/xml; charset=utf-8";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String QUESTIONS = "http://dancuquocgia.bca";
    private static final int YEAR = 4;

    /** An answer about one person has some kilobytes. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final ConformancePlan plan;
    private final String secret;
    private final Clock clock;
    private final HttpClient http;

    public WireCalls(ConformancePlan plan, String secret, Clock clock) {
        this.plan = plan;
        this.secret = secret;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(plan.limit())
                .build();
    }

    public ConformancePlan plan() {
        return plan;
    }

    /** The question over SOAP, as the live service reads it. */
    public String envelope(Someone about, List<String> fields) {
        return "<soapenv:Envelope xmlns:soapenv=\"" + SOAP + "\"><soapenv:Body>" + question(about, fields, QUESTIONS)
                + "</soapenv:Body></soapenv:Envelope>";
    }

    /** The request element in that namespace. */
    public String question(Someone about, List<String> fields, String namespace) {
        String born = about.born().replace("-", "");
        StringBuilder asked = new StringBuilder();
        fields.forEach(
                field -> asked.append("<dan:Truong>").append(escaped(field)).append("</dan:Truong>"));
        String list = fields.isEmpty() ? "" : "<dan:DanhSachTruong>" + asked + "</dan:DanhSachTruong>";
        return "<dan:TraCuuThongTinCongDan xmlns:dan=\"" + namespace + "\"><dan:MaYeuCau>" + id()
                + "</dan:MaYeuCau><dan:MaDVC>"
                + escaped(plan.asker().procedure()) + "</dan:MaDVC><dan:MaTichHop>037</dan:MaTichHop><dan:MaCanBo>"
                + escaped(plan.asker().officer()) + "</dan:MaCanBo><dan:SoDinhDanh>" + about.number()
                + "</dan:SoDinhDanh><dan:HoVaTen>"
                + escaped(about.name()) + "</dan:HoVaTen><dan:NgayThangNamSinh>"
                + (born.length() == YEAR
                        ? "<dan:Nam>" + born + "</dan:Nam>"
                        : "<dan:NgayThangNam>" + born + "</dan:NgayThangNam>")
                + "</dan:NgayThangNamSinh>" + list + "</dan:TraCuuThongTinCongDan>";
    }

    /** A text of the plan as XML writes it. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The same in JSON. */
    public String json(Someone about, List<String> fields) {
        ObjectNode question = JSON.createObjectNode()
                .put("dichVu", "TraCuuThongTinCongDan")
                .put("maYeuCau", id())
                .put("maDVC", plan.asker().procedure())
                .put("maCanBo", plan.asker().officer())
                .put("soDinhDanh", about.number())
                .put("hoVaTen", about.name())
                .put("ngaySinh", about.born());
        if (!fields.isEmpty()) {
            fields.forEach(question.putArray("truong")::add);
        }
        return question.toString();
    }

    private static String id() {
        return "kt-" + UUID.randomUUID();
    }

    /** Headers that sign a call in, as of now. */
    public List<String> digest(String path) {
        return digest(path, secret, clock.instant(), false);
    }

    /** @param seconds whether the timestamp counts them; milliseconds otherwise */
    public List<String> digest(String path, String by, Instant at, boolean seconds) {
        String timestamp = Long.toString(seconds ? at.getEpochSecond() : at.toEpochMilli());
        String digest = Sha256.hex(path + plan.partner() + timestamp + by);
        return List.of("Authorization", basic(plan.partner(), digest), "Timestamp", timestamp);
    }

    public Instant now() {
        return clock.instant();
    }

    public String secret() {
        return secret;
    }

    public WireAnswer soap(String path, byte[] body, String type, List<String> headers)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of("Content-Type", type));
        if (!headers.contains("SOAPAction")) {
            all.addAll(List.of("SOAPAction", "\"\""));
        }
        return call("POST", path, body, all);
    }

    /** A signed question over SOAP, as it should be. */
    public WireAnswer soap(String path, Someone about, List<String> fields) throws IOException, InterruptedException {
        return soap(path, envelope(about, fields).getBytes(StandardCharsets.UTF_8), XML, digest(path));
    }

    public WireAnswer rest(String path, String token, String body) throws IOException, InterruptedException {
        return call(
                "POST",
                path,
                body.getBytes(StandardCharsets.UTF_8),
                List.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    }

    public WireAnswer token(String path, String by) throws IOException, InterruptedException {
        return call(
                "POST",
                path,
                "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII),
                List.of(
                        "Authorization",
                        basic(plan.partner(), by),
                        "Content-Type",
                        "application/x-www-form-urlencoded"));
    }

    /** The token of an answer; null where it gives none. */
    public static @Nullable String tokenOf(WireAnswer answer) {
        try {
            return JSON.readTree(answer.text()).path("access_token").textValue();
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    public WireAnswer call(String method, String path, byte[] body, List<String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(plan.target() + path))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        return WireAnswer.of(
                BoundedCall.send(http, request.build(), plan.limit().plus(Duration.ofSeconds(1)), MAX_BYTES));
    }

    private static String basic(String name, String proof) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + proof).getBytes(StandardCharsets.UTF_8));
    }
}
