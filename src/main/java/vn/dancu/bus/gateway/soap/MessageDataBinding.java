package vn.dancu.bus.gateway.soap;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.validation.Schema;
import org.apache.cxf.databinding.AbstractDataBinding;
import org.apache.cxf.databinding.DataReader;
import org.apache.cxf.databinding.DataWriter;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.service.Service;
import org.apache.cxf.service.model.MessagePartInfo;
import org.codehaus.stax2.XMLStreamWriter2;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.PopulationXml;

/** Lets CXF read and write bodies through the message library, so that every door has the same parser and encoder. */
class MessageDataBinding extends AbstractDataBinding {

    private final PopulationXml messages;

    MessageDataBinding(PopulationXml messages) {
        this.messages = messages;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> DataReader<T> createReader(Class<T> format) {
        if (format != XMLStreamReader.class) {
            throw new IllegalArgumentException("Bodies are read from a stream only");
        }
        return (DataReader<T>) new Reader();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> DataWriter<T> createWriter(Class<T> format) {
        if (format != XMLStreamWriter.class) {
            throw new IllegalArgumentException("Bodies are written to a stream only");
        }
        return (DataWriter<T>) new Writer();
    }

    @Override
    public Class<?>[] getSupportedReaderFormats() {
        return new Class<?>[] {XMLStreamReader.class};
    }

    @Override
    public Class<?>[] getSupportedWriterFormats() {
        return new Class<?>[] {XMLStreamWriter.class};
    }

    /** The WSDL is the contract: no schema is derived from classes. */
    @Override
    public void initialize(Service service) {}

    private final class Reader implements DataReader<XMLStreamReader> {

        @Override
        public Object read(XMLStreamReader input) {
            return messages.readQuery(input);
        }

        @Override
        public Object read(MessagePartInfo part, XMLStreamReader input) {
            return messages.readQuery(input);
        }

        @Override
        public Object read(QName name, XMLStreamReader input, @Nullable Class<?> type) {
            return messages.readQuery(input);
        }

        @Override
        public void setSchema(@Nullable Schema schema) {}

        @Override
        public void setAttachments(@Nullable Collection<Attachment> attachments) {}

        @Override
        public void setProperty(String name, @Nullable Object value) {}
    }

    private static final class Writer implements DataWriter<XMLStreamWriter> {

        @Override
        public void write(Object answer, XMLStreamWriter output) {
            try {
                ((XMLStreamWriter2) output).writeRaw(new String((byte[]) answer, StandardCharsets.UTF_8));
            } catch (XMLStreamException e) {
                throw new Fault(e);
            }
        }

        @Override
        public void write(Object answer, @Nullable MessagePartInfo part, XMLStreamWriter output) {
            write(answer, output);
        }

        @Override
        public void setSchema(@Nullable Schema schema) {}

        @Override
        public void setAttachments(@Nullable Collection<Attachment> attachments) {}

        @Override
        public void setProperty(String name, @Nullable Object value) {}
    }
}
