package vn.dancu.bus.gateway.soap;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.cxf.common.message.CxfConstants;
import org.apache.camel.component.cxf.jaxws.DefaultCxfBinding;
import org.apache.cxf.message.Message;

/**
 * Hands the bytes of a message to the route and those of the answer back, with the headers of an answer and no others.
 * What Camel's own binding copies beside them (all headers, attachments, JAX-WS contexts, the security subject) nobody
 * here reads (docs/decisions/0016).
 */
class SoapBinding extends DefaultCxfBinding {

    static final String STATUS = "DanCu-Result-Status";
    static final String EVENT = "DanCu-Event-Id";

    private static final String CONTENT_TYPE = "text/xml;charset=UTF-8";
    private static final List<String> NO_STORE = List.of("no-store");
    private static final List<String> NO_SNIFF = List.of("nosniff");

    @Override
    public void populateExchangeFromCxfRequest(org.apache.cxf.message.Exchange cxf, Exchange camel) {
        Message in = cxf.getInMessage();
        camel.getIn().setHeader(CxfConstants.CAMEL_CXF_MESSAGE, in);
        camel.getIn().setBody(in.getContent(InputStream.class));
    }

    @Override
    public void populateCxfResponseFromExchange(Exchange camel, org.apache.cxf.message.Exchange cxf) {
        byte[] answer = camel.getMessage().getBody(byte[].class);
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Cache-Control", NO_STORE);
        headers.put("X-Content-Type-Options", NO_SNIFF);
        headers.put("Content-Length", List.of(Integer.toString(answer.length)));
        for (String name : List.of(STATUS, EVENT)) {
            headers.put(name, List.of(camel.getMessage().getHeader(name, String.class)));
        }
        Message out = cxf.getEndpoint().getBinding().createMessage();
        out.put(Message.PROTOCOL_HEADERS, headers);
        out.put(Message.CONTENT_TYPE, CONTENT_TYPE);
        out.setContent(List.class, List.of(new ByteArrayInputStream(answer)));
        cxf.setOutMessage(out);
    }

    @Override
    public void populateCxfHeaderFromCamelExchangeBeforeCheckError(
            Exchange camel, org.apache.cxf.message.Exchange cxf) {}

    @Override
    public void extractJaxWsContext(org.apache.cxf.message.Exchange cxf, Map<String, Object> context) {}

    @Override
    public void copyJaxWsContext(org.apache.cxf.message.Exchange cxf, Map<String, Object> context) {}
}
