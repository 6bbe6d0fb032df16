package vn.dancu.bus.gateway.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Reads the message to its end before it is worked on: a Body holds one request, and what is cut off or followed by
 * something else is not a message.
 */
class EndInterceptor extends AbstractPhaseInterceptor<Message> {

    EndInterceptor() {
        super(Phase.POST_UNMARSHAL);
    }

    @Override
    public void handleMessage(Message message) {
        XMLStreamReader reader = message.getContent(XMLStreamReader.class);
        if (reader == null) {
            return;
        }
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    throw BusException.of(ErrorCode.FIELD_DUPLICATED, "Body", "holds one request element");
                }
            }
        } catch (XMLStreamException e) {
            throw new Fault(e);
        }
    }
}
