package vn.dancu.bus.dialect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.CitizenShape;
import vn.dancu.bus.message.population.PopulationOperation;

/** What a question travels in. */
public sealed interface Envelope {

    /** The Content-Type of a body of this kind, unless the pack names another. */
    String contentType();

    /** The fields beside the question that are filled from the account. */
    default Map<String, Template> fields() {
        return Map.of();
    }

    /** The request element alone. */
    record Xml() implements Envelope {
        @Override
        public String contentType() {
            return "text/xml; charset=utf-8";
        }
    }

    /** SOAP 1.1 around the request element. */
    record Soap() implements Envelope {
        @Override
        public String contentType() {
            return "text/xml; charset=utf-8";
        }
    }

    /**
     * SOAP 1.1 with the header of X-Road's message protocol 4.0, as a security server takes it from its client.
     *
     * @param fields {@code client} and {@code provider} (identifiers in one line), {@code id}, and, where they are sent,
     *     {@code userId} and {@code issue}
     * @param version of the services; null for none
     */
    record XRoadSoap(Map<String, Template> fields, @Nullable String version) implements Envelope {

        public XRoadSoap {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String contentType() {
            return "text/xml; charset=utf-8";
        }
    }

    /**
     * The JSON of the contract by the message protocol of X-Road for REST: the service in the path, the client in headers.
     *
     * @param fields as of {@link XRoadSoap}
     * @param service its code
     * @param endpoints the path of each question after the service; others are not asked
     */
    record XRoadRest(Map<String, Template> fields, String service, Map<PopulationOperation, String> endpoints)
            implements Envelope {

        public XRoadRest {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            endpoints = Map.copyOf(endpoints);
        }

        @Override
        public String contentType() {
            return "application/json";
        }
    }

    /** The JSON of the contract. */
    record Json() implements Envelope {
        @Override
        public String contentType() {
            return "application/json";
        }
    }

    /**
     * One flat JSON object whose properties stand for parts of the question.
     *
     * @param operation the one service that such an object asks for
     * @param table property to path in the request element, in the order in which they are written
     * @param dates how a birth date is written
     * @param fields the properties that are filled from the account
     */
    record FlatJson(
            PopulationOperation operation,
            Map<String, String> table,
            CitizenShape.Dates dates,
            Map<String, Template> fields)
            implements Envelope {

        public FlatJson {
            table = Collections.unmodifiableMap(new LinkedHashMap<>(table));
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String contentType() {
            return "application/json";
        }
    }

    /**
     * A JSON object with the SOAP message as the text of one property.
     *
     * @param textField that property
     * @param fields the properties that are filled from the account
     */
    record SoapInJson(String textField, Map<String, Template> fields) implements Envelope {

        public SoapInJson {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String contentType() {
            return "application/json";
        }
    }
}
