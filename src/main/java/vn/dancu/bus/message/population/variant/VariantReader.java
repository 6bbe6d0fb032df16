package vn.dancu.bus.message.population.variant;

import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Shows one namespace as another, and the element on which it was made by another name. */
final class VariantReader extends StreamReaderDelegate {

    private final String namespace;
    private final String shownNamespace;
    private final String name;
    private final String shownName;

    VariantReader(XMLStreamReader reader, String namespace, String shownNamespace, String name, String shownName) {
        super(reader);
        this.namespace = namespace;
        this.shownNamespace = shownNamespace;
        this.name = name;
        this.shownName = shownName;
    }

    @Override
    public String getNamespaceURI() {
        String found = super.getNamespaceURI();
        return namespace.equals(found) ? shownNamespace : found;
    }

    @Override
    public String getLocalName() {
        String found = super.getLocalName();
        return name.equals(found) ? shownName : found;
    }
}
