package vn.dancu.bus.sandbox.national;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.DialectMessages;
import vn.dancu.bus.dialect.Envelope;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.CitizenShape;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.bus.sandbox.fault.MockAnswer;

/** The population service in the form of one dialect pack: questions in, answers and faults out. Thread-safe. */
final class NationalWire {

    static final String XML = "text/xml;charset=UTF-8";
    static final String JSON_TYPE = "application/json;charset=UTF-8";

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final Dialect dialect;
    private final DialectMessages questions;
    private final PopulationXml xml;
    private final PopulationJson json;

    NationalWire(Dialect dialect, MessageContext messages) {
        this.dialect = dialect;
        this.questions = DialectMessages.of(dialect, messages);
        this.xml = messages.populationXml(dialect.answers(), dialect.shape(), dialect.accepts());
        this.json = messages.populationJson();
    }

    Dialect dialect() {
        return dialect;
    }

    CitizenQuery read(byte[] body) {
        return questions.read(new ByteArrayInputStream(body));
    }

    MockAnswer answer(Answer answer) {
        return isPlainJson() ? MockAnswer.of(OK, JSON_TYPE, json.write(answer)) : wrapped(OK, element(answer));
    }

    /** The answer's element alone, in the shape of this pack. */
    String element(Answer answer) {
        return new String(xml.write(answer), StandardCharsets.UTF_8);
    }

    /** The answer of a service that does not take the question. */
    MockAnswer refused(Refusal refusal) {
        ErrorCode code = refusal.code();
        if (isPlainJson()) {
            return MockAnswer.of(code.httpStatus(), "application/problem+json", json.write(refusal));
        }
        String detail = "<detail>" + new String(xml.write(refusal), StandardCharsets.UTF_8) + "</detail>";
        return wrapped(
                SERVER_ERROR, fault(code.httpStatus() < SERVER_ERROR ? "Client" : "Server", code.code(), detail));
    }

    /** A fault in the words of this form, whatever was asked. */
    MockAnswer fault(int status, String code) {
        return isPlainJson()
                ? MockAnswer.of(status, JSON_TYPE, "{\"maLoi\":\"" + code + "\",\"moTa\":\"Service error\"}")
                : wrapped(status, fault("Server", code, ""));
    }

    /** An answer without an answer in it. */
    MockAnswer empty() {
        return isPlainJson() ? MockAnswer.of(OK, JSON_TYPE, "{}") : wrapped(OK, "");
    }

    private boolean isPlainJson() {
        return dialect.envelope() instanceof Envelope.Json || dialect.envelope() instanceof Envelope.FlatJson;
    }

    private static String fault(String side, String text, String detail) {
        return "<soapenv:Fault><faultcode>soapenv:" + side + "</faultcode><faultstring>" + text + "</faultstring>"
                + detail + "</soapenv:Fault>";
    }

    private MockAnswer wrapped(int status, String content) {
        if (dialect.envelope() instanceof Envelope.Xml) {
            return MockAnswer.of(status, XML, content);
        }
        String envelope = envelope("", content);
        if (dialect.envelope() instanceof Envelope.SoapInJson inJson) {
            ObjectNode object = JSON.createObjectNode().put(inJson.textField(), envelope);
            return MockAnswer.of(status, JSON_TYPE, object.toString());
        }
        return MockAnswer.of(status, XML, envelope);
    }

    /** SOAP 1.1 around a header and a body; the live service declares its own namespace on both. */
    String envelope(String header, String body) {
        String declared =
                dialect.shape().dates() == CitizenShape.Dates.BASIC ? " xmlns:dan=\"http://dancuquocgia.bca\"" : "";
        return "<soapenv:Envelope xmlns:soapenv=\"" + SOAP + "\"><soapenv:Header" + declared + ">" + header
                + "</soapenv:Header><soapenv:Body" + declared + ">" + body + "</soapenv:Body></soapenv:Envelope>";
    }
}
