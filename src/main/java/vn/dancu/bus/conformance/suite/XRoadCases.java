package vn.dancu.bus.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.dancu.bus.conformance.ConformancePlan.Asker;
import vn.dancu.bus.conformance.suite.ConformanceCase.Seen;
import vn.dancu.bus.conformance.wire.WireAnswer;
import vn.dancu.bus.conformance.wire.WireCalls;

/** The header block of X-Road and the headers of its REST protocol. */
public final class XRoadCases {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SERVICE = "TraCuuThongTinCongDan";
    private static final String ISSUE = "KT-1";
    private static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";
    private static final String VERSION = "<xroad:protocolVersion>4.0</xroad:protocolVersion>";
    private static final List<String> CODES = List.of("xRoadInstance", "memberClass", "memberCode", "subsystemCode");
    private static final int GOOD = 200;

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final Pattern SHA_512 = Pattern.compile("[A-Za-z0-9+/]{86}==");

    /** By which an answer shows that it came through security servers: a provider is told to leave them out. */
    private static final List<String> SERVERS_OWN =
            List.of("X-Road-Service", "X-Road-Request-Id", "X-Road-Request-Hash");

    private XRoadCases() {}

    public static List<ConformanceCase> all() {
        return List.of(
                new ConformanceCase("XR-01", XRoadCases::headerComesBack),
                new ConformanceCase("XR-02", calls -> refused(calls, "", "missing_header_field")),
                new ConformanceCase(
                        "XR-03",
                        calls -> refused(
                                calls,
                                "<xroad:protocolVersion>3.1</xroad:protocolVersion>",
                                "invalid_protocol_version")),
                new ConformanceCase(
                        "XR-04",
                        calls -> refused(
                                calls, VERSION + "<xroad:userId>khac</xroad:userId>", "duplicate_header_field")),
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
        List<Element> back = soap == null ? List.of() : fields(soap);
        List<String> sent = sent(calls.plan().asker(), id);
        boolean same = back.size() >= sent.size()
                && back.subList(0, sent.size()).stream()
                        .map(field -> field.getLocalName() + " "
                                + field.getTextContent().replaceAll("\\s", ""))
                        .toList()
                        .equals(sent);
        return Seen.of(
                same && answer.isAbout(AnswerCases.found(calls).number()),
                answer.inWords() + ": "
                        + back.stream().map(Element::getLocalName).collect(Collectors.joining(", ")));
    }

    /** The fields in their order, each with its value. */
    private static List<String> sent(Asker asker, String id) {
        return List.of(
                "client " + asker.client().replace("/", ""),
                "service " + asker.provider().replace("/", "") + SERVICE,
                "userId " + asker.officer(),
                "id " + id,
                "issue " + ISSUE,
                "protocolVersion 4.0");
    }

    /** A fault under status 200, as X-Road has it for every SOAP answer, and for that reason: another one proves nothing. */
    private static Seen refused(WireCalls calls, String last, String reason) throws IOException, InterruptedException {
        String path = calls.plan().doors().xroad();
        if (path == null) {
            return Seen.noDoor();
        }
        WireAnswer answer = send(calls, path, message(calls, "kt", last));
        return Seen.of(
                answer.status() == GOOD && answer.isFault() && isCode(answer.faultCode(), reason),
                answer.inWords() + ": " + answer.faultCode());
    }

    /** The last word of the code counts, as servers write it now and as the protocol's examples have it. */
    private static boolean isCode(String code, String expected) {
        String last = code.substring(code.lastIndexOf('.') + 1);
        return last.replace("_", "").equalsIgnoreCase(expected.replace("_", ""));
    }

    private static Seen overRest(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().xroadRest();
        if (path == null) {
            return Seen.noDoor();
        }
        String id = UUID.randomUUID().toString();
        String client = calls.plan().asker().client();
        WireAnswer answer = rest(calls, path, List.of("X-Road-Client", client, "X-Road-Id", id));
        boolean isServer =
                SERVERS_OWN.stream().anyMatch(name -> !answer.header(name).isEmpty());
        List<String> wrong = isServer ? wrong(answer, path, client, id) : List.of();
        String what = isServer ? "máy chủ bảo mật / security server" : "hệ thống cung cấp / provider";
        return Seen.of(
                answer.isAbout(AnswerCases.found(calls).number()) && wrong.isEmpty(),
                answer.inWords() + "; " + what + (wrong.isEmpty() ? "" : ": " + String.join(", ", wrong)));
    }

    /** The headers that a security server sets (PR-REST §4.3) and that are not there or not to this request. */
    private static List<String> wrong(WireAnswer answer, String path, String client, String id) {
        Map<String, Boolean> right = new LinkedHashMap<>();
        right.put("X-Road-Client", answer.header("X-Road-Client").equals(client));
        right.put(
                "X-Road-Service",
                !answer.header("X-Road-Service").isEmpty()
                        && (path + "/").contains("/r1/" + answer.header("X-Road-Service") + "/"));
        right.put("X-Road-Id", answer.header("X-Road-Id").equals(id));
        right.put(
                "X-Road-Request-Id",
                UUID_FORM.matcher(answer.header("X-Road-Request-Id")).matches());
        right.put(
                "X-Road-Request-Hash",
                SHA_512.matcher(answer.header("X-Road-Request-Hash")).matches());
        return right.entrySet().stream()
                .filter(one -> !one.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Seen overRestWithoutClient(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().xroadRest();
        if (path == null) {
            return Seen.noDoor();
        }
        WireAnswer answer = rest(calls, path, List.of());
        JsonNode error = answer.json();
        String type = error == null ? "" : error.path("type").asText();
        return Seen.of(answer.isRefusal() && type.toLowerCase(Locale.ROOT).startsWith("client."), answer);
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
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:xroad=\"" + XROAD
                + "\" xmlns:id=\"http://x-road.eu/xsd/identifiers\"><s:Header><xroad:client id:objectType=\""
                + (calls.plan().asker().client().split("/", -1).length == CODES.size() ? "SUBSYSTEM" : "MEMBER") + "\">"
                + codes(calls.plan().asker().client()) + "</xroad:client><xroad:service id:objectType=\"SERVICE\">"
                + codes(calls.plan().asker().provider())
                + "<id:serviceCode>" + SERVICE + "</id:serviceCode></xroad:service><xroad:userId>"
                + WireCalls.escaped(calls.plan().asker().officer()) + "</xroad:userId><xroad:id>" + id
                + "</xroad:id><xroad:issue>" + ISSUE + "</xroad:issue>" + last + "</s:Header><s:Body>"
                + calls.question(AnswerCases.found(calls), List.of(), "http://dancuquocgia.bca")
                + "</s:Body></s:Envelope>";
    }

    private static String codes(String identifier) {
        String[] parts = identifier.split("/", -1);
        StringBuilder codes = new StringBuilder();
        for (int i = 0; i < Math.min(parts.length, CODES.size()); i++) {
            String name = CODES.get(i);
            codes.append("<id:")
                    .append(name)
                    .append('>')
                    .append(WireCalls.escaped(parts[i]))
                    .append("</id:");
            codes.append(name).append('>');
        }
        return codes.toString();
    }

    private static List<Element> fields(Document soap) {
        List<Element> fields = new ArrayList<>();
        Node header = soap.getElementsByTagNameNS(SOAP, "Header").item(0);
        for (Node one = header == null ? null : header.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element field && XROAD.equals(field.getNamespaceURI())) {
                fields.add(field);
            }
        }
        return fields;
    }
}
