package vn.dancu.bus.conformance.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An answer as it came.
 *
 * @param status of HTTP
 * @param headers of HTTP
 * @param body whatever it is
 */
public record WireAnswer(int status, HttpHeaders headers, byte[] body) {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String ANSWERS = "http://www.mic.gov.vn/dancu/1.0";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SERVER_ERRORS = 500;
    private static final int GOOD = 200;

    static WireAnswer of(HttpResponse<byte[]> response) {
        return new WireAnswer(response.statusCode(), response.headers(), response.body());
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Whether it states UTF-8 and is UTF-8. */
    public boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            return false;
        }
        return header("Content-Type").toLowerCase(Locale.ROOT).contains("utf-8");
    }

    /** The SOAP message; null where it is none. */
    public @Nullable Document soap() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            ErrorHandler silent = new DefaultHandler();
            builder.setErrorHandler(silent);
            Document document = builder.parse(new ByteArrayInputStream(body));
            return SOAP.equals(document.getDocumentElement().getNamespaceURI()) ? document : null;
        } catch (SAXException e) {
            return null;
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("An answer in memory cannot be read", e);
        }
    }

    /** The JSON object; null where it is none. */
    public @Nullable JsonNode json() {
        try {
            JsonNode read = JSON.readTree(body);
            return read.isObject() ? read : null;
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("An answer in memory cannot be read", e);
        }
    }

    /** Whether it is an answer about that person: the record's own number, not that of a relative in it. */
    public boolean isAbout(String number) {
        return status == GOOD && hasAnswer() && number.equals(number());
    }

    /** The number in force in the record; empty where there is none. */
    public String number() {
        Document soap = soap();
        if (soap == null) {
            JsonNode json = json();
            return json == null
                    ? ""
                    : json.path("congDan").path(0).path("soDinhDanh").asText();
        }
        NodeList people = soap.getElementsByTagNameNS(ANSWERS, "CongDan");
        for (Node one = people.getLength() == 0 ? null : people.item(0).getFirstChild();
                one != null;
                one = one.getNextSibling()) {
            if ("SoDinhDanh".equals(one.getLocalName())) {
                return one.getTextContent().strip();
            }
        }
        return "";
    }

    /** Whether the form is that of an answer, with somebody in it or nobody. */
    public boolean hasAnswer() {
        Document soap = soap();
        if (soap != null) {
            return soap.getElementsByTagNameNS(ANSWERS, "CongdanCollection").getLength() == 1 && !isFault();
        }
        JsonNode json = json();
        return json != null && json.path("congDan").isArray();
    }

    /** Whether it holds the record of anybody. */
    public boolean hasPerson() {
        Document soap = soap();
        if (soap != null) {
            return soap.getElementsByTagNameNS(ANSWERS, "CongDan").getLength() > 0;
        }
        JsonNode json = json();
        return json != null && !json.path("congDan").isEmpty();
    }

    /** Whether the record has that element or property with something in it. */
    public boolean hasField(String field) {
        Document soap = soap();
        if (soap != null) {
            NodeList found = soap.getElementsByTagNameNS(ANSWERS, field);
            return found.getLength() > 0 && !found.item(0).getTextContent().isBlank();
        }
        JsonNode json = json();
        String property = field.substring(0, 1).toLowerCase(Locale.ROOT) + field.substring(1);
        return json != null && json.path("congDan").path(0).hasNonNull(property);
    }

    public boolean isFault() {
        Document soap = soap();
        return soap != null && soap.getElementsByTagNameNS(SOAP, "Fault").getLength() > 0;
    }

    /** Refused as a service refuses: a fault or a problem, not an answer, and no breakdown without words. */
    public boolean isRefusal() {
        return !hasPerson() && (isFault() || status >= 400 && status < SERVER_ERRORS);
    }

    /** In a few words and without what is in it. */
    public String inWords() {
        String form = isFault() ? "SOAP Fault" : hasPerson() ? "có người" : hasAnswer() ? "không có người" : "";
        String code = code();
        return "HTTP " + status + (form.isEmpty() ? "" : ", " + form) + (code.isEmpty() ? "" : ", " + code);
    }

    /** The stable code of a refusal, or the status of an answer; empty where neither is named. */
    public String code() {
        String status = header("DanCu-Result-Status");
        if (!status.isEmpty()) {
            return status;
        }
        Document soap = soap();
        if (soap != null) {
            NodeList code = soap.getElementsByTagNameNS("*", "Ma");
            NodeList text = soap.getElementsByTagName("faultcode");
            NodeList found = code.getLength() > 0 ? code : text;
            return isFault() && found.getLength() > 0 ? shortened(found.item(0).getTextContent()) : "";
        }
        JsonNode json = json();
        if (json == null) {
            return "";
        }
        return shortened(json.path("trangThai")
                .asText(json.path("code").asText(json.path("error").asText())));
    }

    /** What a SOAP fault says as its code; empty where there is no fault. */
    public String faultCode() {
        Document soap = soap();
        NodeList found = soap == null ? null : soap.getElementsByTagName("faultcode");
        return found == null || found.getLength() == 0
                ? ""
                : shortened(found.item(0).getTextContent());
    }

    private static String shortened(String text) {
        return text.strip().replaceAll("[^A-Za-z0-9_.:-]", "").replaceAll("^(.{60}).*$", "$1");
    }
}
