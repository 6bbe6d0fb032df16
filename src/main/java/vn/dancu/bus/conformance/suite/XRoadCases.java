package vn.dancu.bus.conformance.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.dancu.bus.conformance.suite.ConformanceCase.Seen;
import vn.dancu.bus.conformance.wire.WireAnswer;
import vn.dancu.bus.conformance.wire.WireCalls;

/** The header block of X-Road and the headers of its REST protocol. */
public final class XRoadCases {

    private static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";
    private static final String VERSION = "<xroad:protocolVersion>4.0</xroad:protocolVersion>";
    private static final List<String> SENT = List.of("client", "service", "userId", "id", "issue", "protocolVersion");
    private static final int GOOD = 200;

    private XRoadCases() {}

    public static List<ConformanceCase> all() {
        return List.of(
                new ConformanceCase("XR-01", XRoadCases::headerComesBack),
                new ConformanceCase("XR-02", calls -> refused(calls, "")),
                new ConformanceCase(
                        "XR-03", calls -> refused(calls, "<xroad:protocolVersion>3.1</xroad:protocolVersion>")),
                new ConformanceCase("XR-04", calls -> refused(calls, VERSION + "<xroad:userId>khac</xroad:userId>")),
                new ConformanceCase("XR-05", XRoadCases::overRest),
                new ConformanceCase("XR-06", XRoadCases::overRestWithoutClient));
    }

    private static Seen headerComesBack(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().xroad();
        if (path == null) {
            return Seen.noDoor();
        }
        String id = UUID.randomUUID().toString();
        WireAnswer answer = send(calls, path, message(calls, id, VERSION));
        Document soap = answer.soap();
        List<String> back = soap == null ? List.of() : fields(soap);
        boolean same =
                back.size() >= SENT.size() && back.subList(0, SENT.size()).equals(SENT);
        return Seen.of(
                answer.status() == GOOD
                        && same
                        && answer.text().contains(id)
                        && answer.text().contains(AnswerCases.found(calls).number()),
                answer.inWords() + ": " + String.join(", ", back));
    }

    /** A fault under status 200, as X-Road has it for every SOAP answer. */
    private static Seen refused(WireCalls calls, String last) throws IOException, InterruptedException {
        String path = calls.plan().doors().xroad();
        if (path == null) {
            return Seen.noDoor();
        }
        WireAnswer answer = send(calls, path, message(calls, "kt", last));
        return Seen.of(answer.status() == GOOD && answer.isFault(), answer);
    }

    private static Seen overRest(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().xroadRest();
        if (path == null) {
            return Seen.noDoor();
        }
        String id = UUID.randomUUID().toString();
        WireAnswer answer =
                rest(calls, path, List.of("X-Road-Client", calls.plan().asker().client(), "X-Road-Id", id));
        return Seen.of(
                answer.isAbout(AnswerCases.found(calls).number())
                        && answer.header("X-Road-Id").equals(id)
                        && !answer.header("X-Road-Request-Id").isEmpty(),
                answer);
    }

    private static Seen overRestWithoutClient(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().xroadRest();
        if (path == null) {
            return Seen.noDoor();
        }
        WireAnswer answer = rest(calls, path, List.of());
        return Seen.of(answer.isRefusal() && answer.json() != null, answer);
    }

    private static WireAnswer rest(WireCalls calls, String path, List<String> headers)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of("Content-Type", "application/json"));
        String question = calls.json(AnswerCases.found(calls), List.of());
        return calls.call("POST", path, question.getBytes(StandardCharsets.UTF_8), all);
    }

    private static WireAnswer send(WireCalls calls, String path, String message)
            throws IOException, InterruptedException {
        return calls.call(
                "POST", path, message.getBytes(StandardCharsets.UTF_8), List.of("Content-Type", WireCalls.XML));
    }

    private static String message(WireCalls calls, String id, String last) {
        String[] client = calls.plan().asker().client().split("/", -1);
        String parts =
                part("xRoadInstance", client, 0) + part("memberClass", client, 1) + part("memberCode", client, 2);
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:xroad=\"" + XROAD
                + "\" xmlns:id=\"http://x-road.eu/xsd/identifiers\"><s:Header><xroad:client id:objectType=\"SUBSYSTEM\">"
                + parts + part("subsystemCode", client, 3)
                + "</xroad:client><xroad:service id:objectType=\"SERVICE\"><id:xRoadInstance>VN</id:xRoadInstance>"
                + "<id:memberClass>GOV</id:memberClass><id:memberCode>000.00.00.G01</id:memberCode>"
                + "<id:subsystemCode>csdldc</id:subsystemCode><id:serviceCode>TraCuuThongTinCongDan</id:serviceCode>"
                + "</xroad:service><xroad:userId>" + calls.plan().asker().officer() + "</xroad:userId><xroad:id>" + id
                + "</xroad:id><xroad:issue>KT-1</xroad:issue>" + last + "</s:Header><s:Body>"
                + calls.question(AnswerCases.found(calls), List.of(), "http://dancuquocgia.bca")
                + "</s:Body></s:Envelope>";
    }

    private static String part(String name, String[] parts, int at) {
        return at < parts.length ? "<id:" + name + ">" + parts[at] + "</id:" + name + ">" : "";
    }

    private static List<String> fields(Document soap) {
        List<String> fields = new ArrayList<>();
        Node header = soap.getDocumentElement().getFirstChild();
        for (Node one = header == null ? null : header.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element field && XROAD.equals(field.getNamespaceURI())) {
                fields.add(field.getLocalName());
            }
        }
        return fields;
    }
}
