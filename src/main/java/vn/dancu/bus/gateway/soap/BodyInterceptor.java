package vn.dancu.bus.gateway.soap;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.DepthXMLStreamReader;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.wsdl.interceptors.DocLiteralInInterceptor;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.population.PopulationOperation;

/** Requires exactly one known request element in the body, before CXF looks for an operation. */
class BodyInterceptor extends AbstractPhaseInterceptor<Message> {

    BodyInterceptor() {
        super(Phase.UNMARSHAL);
        addBefore(DocLiteralInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
        XMLStreamReader reader = message.getContent(XMLStreamReader.class);
        if (reader == null) {
            return;
        }
        // The same depth-counting reader must serve the interceptors that follow.
        DepthXMLStreamReader counting =
                reader instanceof DepthXMLStreamReader depth ? depth : new DepthXMLStreamReader(reader);
        message.setContent(XMLStreamReader.class, counting);
        requireOperation(firstElement(counting));
    }

    private static @Nullable QName firstElement(DepthXMLStreamReader reader) {
        return StaxUtils.toNextElement(reader) ? reader.getName() : null;
    }

    private static void requireOperation(@Nullable QName element) {
        if (element == null) {
            throw BusException.of(ErrorCode.FIELD_MISSING, "Body", "holds one request element");
        }
        if (!element.getNamespaceURI().equals(PopulationPort.REQUEST)
                || PopulationOperation.byElement(element.getLocalPart()).isEmpty()) {
            throw BusException.of(
                    ErrorCode.OPERATION_UNKNOWN, "Body", "a request element in " + PopulationPort.REQUEST);
        }
    }
}
