package vn.dancu.bus.gateway.xroad.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.StringUtils;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import vn.dancu.bus.gateway.ContractXml;

/**
 * The WSDL of the X-Road service in one piece: whoever gets it as an attachment has no folder beside it to look for schemas in. What
 * it imports by relative address stands in its types.
 */
public final class WsdlContract {

    private static final String FILE = "schemas/xroad/v4/population.wsdl";
    private static final String SCHEMA = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private static final String LOCATION = "schemaLocation";
    private static final String SOAP_BINDING = "http://schemas.xmlsoap.org/wsdl/soap/";

    private final Document document;
    private final Set<String> taken = new HashSet<>();
    private final List<Element> schemas = new ArrayList<>();

    private WsdlContract() {
        this.document = parsed(FILE);
    }

    /**
     * The contract with that address.
     *
     * @return UTF-8
     */
    public static byte[] at(String address) {
        WsdlContract contract = new WsdlContract();
        Element types = contract.only("http://schemas.xmlsoap.org/wsdl/", "types");
        Element outer = contract.only(SCHEMA, "schema");
        contract.takeImports(outer, FILE);
        types.removeChild(outer);
        contract.schemas.forEach(types::appendChild);
        contract.only(SOAP_BINDING, "address").setAttribute("location", address);
        return ContractXml.written(contract.document);
    }

    private Element only(String namespace, String name) {
        return (Element) document.getElementsByTagNameNS(namespace, name).item(0);
    }

    /** Takes what a schema imports and includes, and makes the schema one that stands beside them. */
    private void takeImports(Element schema, String file) {
        for (Element child : children(schema)) {
            String location = child.getAttribute(LOCATION);
            if (location.isEmpty()) {
                continue;
            }
            String path = StringUtils.cleanPath(file.substring(0, file.lastIndexOf('/') + 1) + location);
            Element other = parsed(path).getDocumentElement();
            if (child.getLocalName().equals("include")) {
                include(schema, child, (Element) document.importNode(other, true));
            } else {
                child.removeAttribute(LOCATION);
                takeSchema(other, path);
            }
        }
    }

    private void takeSchema(Element other, String path) {
        if (taken.add(path)) {
            Element own = (Element) document.importNode(other, true);
            takeImports(own, path);
            schemas.add(own);
        }
    }

    private static void include(Element schema, Element place, Element other) {
        NamedNodeMap declared = other.getAttributes();
        for (int i = 0; i < declared.getLength(); i++) {
            Attr one = (Attr) declared.item(i);
            if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(one.getNamespaceURI())
                    && !schema.hasAttribute(one.getName())) {
                schema.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, one.getName(), one.getValue());
            }
        }
        for (Element part : children(other)) {
            schema.appendChild(part);
        }
        schema.removeChild(place);
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
                children.add((Element) nodes.item(i));
            }
        }
        return children;
    }

    private static Document parsed(String file) {
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            return ContractXml.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The contract " + file + " is missing", e);
        }
    }
}
