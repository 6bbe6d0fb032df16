package vn.dancu.bus.message.xroad;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;

/**
 * The header of one X-Road message.
 *
 * <pre>{@code
 * XRoadHeader header = XRoadHeader.of(message.root());     // the element Headers of family xroad
 * header.rest().forEach(request::setHeader);               // X-Road-Client: VN/GOV/000.00.00.H41/lgsp-nghean
 * header.restLosses();                                     // [service/serviceVersion, protocolVersion]
 * }</pre>
 *
 * @param client who asks
 * @param service what is asked for; null where a central service is
 * @param securityServer the server that shall answer, where one is meant
 * @param id of the message; the sender's security server gives one in REST where it is null
 * @param userId the officer, with the country before it
 * @param issue the case that the question belongs to
 * @param protocolVersion of SOAP's message protocol, 4.0; null in REST, whose version stands in the path
 * @param extensions other header blocks, requestHash among them, as they stood
 */
public record XRoadHeader(
        XRoadId client,
        @Nullable XRoadId service,
        @Nullable XRoadId centralService,
        @Nullable XRoadId securityServer,
        @Nullable String id,
        @Nullable String userId,
        @Nullable String issue,
        @Nullable String protocolVersion,
        List<Node> extensions) {

    public static final String CLIENT = "X-Road-Client";
    public static final String SERVICE = "X-Road-Service";
    public static final String SECURITY_SERVER = "X-Road-Security-Server";
    public static final String ID = "X-Road-Id";
    public static final String USER_ID = "X-Road-UserId";
    public static final String ISSUE = "X-Road-Issue";

    public XRoadHeader {
        extensions = List.copyOf(extensions);
    }

    /** A question to a service over SOAP. */
    public static XRoadHeader of(XRoadId client, XRoadId service, String id) {
        return new XRoadHeader(client, service, null, null, id, null, null, "4.0", List.of());
    }

    /**
     * The header of the element Headers.
     *
     * @throws vn.dancu.bus.kernel.BusException where the client or another field is none
     */
    public static XRoadHeader of(Node headers) {
        return HeaderTreeMapper.header(headers);
    }

    /**
     * The header of a request over REST, by its HTTP header fields, whose names are compared without case, and the service
     * from its path.
     *
     * @param servicePath the path after the protocol's version, as far as the service; null on the provider's side, where
     *     X-Road-Service says it
     * @throws vn.dancu.bus.kernel.BusException {@code header_invalid} where a field is none
     */
    public static XRoadHeader ofRest(Map<String, String> fields, @Nullable String servicePath) {
        return RestHeaderMapper.header(fields, servicePath);
    }

    /** The element Headers. */
    public Node element() {
        return HeaderTreeMapper.element(this);
    }

    /** The fields of HTTP; the service goes into the path of the request ({@link XRoadId#path}). */
    public Map<String, String> rest() {
        return RestHeaderMapper.of(this);
    }

    /** What has no place in a request over REST. */
    public List<String> restLosses() {
        List<String> losses = new ArrayList<>();
        if (service != null && service.version() != null) {
            losses.add("service/serviceVersion");
        }
        if (centralService != null) {
            losses.add("centralService");
        }
        if (protocolVersion != null) {
            losses.add("protocolVersion");
        }
        extensions.forEach(block -> losses.add(block.name()));
        return losses;
    }

    /** An officer's id is personal data. */
    @Override
    public String toString() {
        return "XRoadHeader[" + client + ", " + service + ", masked]";
    }
}
