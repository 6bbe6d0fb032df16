package vn.dancu.bus.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * What PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) ask for beside the pages: XMP with the title, and the colours that black and white
 * are of.
 */
final class ArchivalMetadata {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/";
    private static final String PDF = "http://ns.adobe.com/pdf/1.3/";
    private static final String PDFA = "http://www.aiim.org/pdfa/ns/id/";
    private static final String PDFUA = "http://www.aiim.org/pdfua/ns/id/";
    private static final String EXTENSION = "http://www.aiim.org/pdfa/ns/extension/";
    private static final String SCHEMA = "http://www.aiim.org/pdfa/ns/schema#";
    private static final String PROPERTY = "http://www.aiim.org/pdfa/ns/property#";
    private static final String META = "adobe:ns:meta/";
    private static final String SRGB = "sRGB IEC61966-2.1";
    // The mark by which a program finds the packet without reading the file (XMP, part 1, §7.3.2).
    private static final String PACKET = "begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"";

    private ArchivalMetadata() {}

    static void add(PDDocument document, String title, String producer, Instant made) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(title, producer, made.truncatedTo(ChronoUnit.SECONDS)));
        catalog.setMetadata(metadata);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent colours = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        colours.setInfo(SRGB);
        colours.setOutputCondition(SRGB);
        colours.setOutputConditionIdentifier(SRGB);
        colours.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(colours);
    }

    private static byte[] xmp(String title, String producer, Instant made) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeProcessingInstruction("xpacket", PACKET);
            xml.writeStartElement("x", "xmpmeta", META);
            xml.writeNamespace("x", META);
            xml.writeStartElement("rdf", "RDF", RDF);
            xml.writeNamespace("rdf", RDF);
            xml.writeStartElement("rdf", "Description", RDF);
            xml.writeNamespace("dc", DC);
            xml.writeNamespace("xmp", XMP);
            xml.writeNamespace("pdf", PDF);
            xml.writeNamespace("pdfaid", PDFA);
            xml.writeNamespace("pdfuaid", PDFUA);
            xml.writeNamespace("pdfaExtension", EXTENSION);
            xml.writeNamespace("pdfaSchema", SCHEMA);
            xml.writeNamespace("pdfaProperty", PROPERTY);
            xml.writeAttribute("rdf", RDF, "about", "");
            text(xml, "pdfaid", PDFA, "part", "2");
            text(xml, "pdfaid", PDFA, "conformance", "A");
            text(xml, "pdfuaid", PDFUA, "part", "1");
            accessibility(xml);
            text(xml, "xmp", XMP, "CreateDate", made.toString());
            text(xml, "pdf", PDF, "Producer", producer);
            title(xml, title);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeProcessingInstruction("xpacket", "end=\"r\"");
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Metadata is written to memory", e);
        }
    }

    private static void title(XMLStreamWriter xml, String title) throws XMLStreamException {
        xml.writeStartElement("dc", "title", DC);
        xml.writeStartElement("rdf", "Alt", RDF);
        xml.writeStartElement("rdf", "li", RDF);
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "x-default");
        xml.writeCharacters(title);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** PDF/A knows no property of PDF/UA, so that a file describes it (ISO 19005-2, §6.6.2.3.3). */
    private static void accessibility(XMLStreamWriter xml) throws XMLStreamException {
        resource(xml, "pdfaExtension", EXTENSION, "schemas", "Bag");
        text(xml, "pdfaSchema", SCHEMA, "schema", "PDF/UA identification");
        text(xml, "pdfaSchema", SCHEMA, "namespaceURI", PDFUA);
        text(xml, "pdfaSchema", SCHEMA, "prefix", "pdfuaid");
        resource(xml, "pdfaSchema", SCHEMA, "property", "Seq");
        text(xml, "pdfaProperty", PROPERTY, "name", "part");
        text(xml, "pdfaProperty", PROPERTY, "valueType", "Integer");
        text(xml, "pdfaProperty", PROPERTY, "category", "internal");
        text(xml, "pdfaProperty", PROPERTY, "description", "Part of ISO 14289 to which the file conforms");
        for (int element = 0; element < 6; element++) {
            xml.writeEndElement();
        }
    }

    /** Begins a list of one resource: three elements. */
    private static void resource(XMLStreamWriter xml, String prefix, String uri, String name, String list)
            throws XMLStreamException {
        xml.writeStartElement(prefix, name, uri);
        xml.writeStartElement("rdf", list, RDF);
        xml.writeStartElement("rdf", "li", RDF);
        xml.writeAttribute("rdf", RDF, "parseType", "Resource");
    }

    private static void text(XMLStreamWriter xml, String prefix, String uri, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(prefix, name, uri);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
