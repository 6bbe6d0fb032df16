package vn.dancu.bus.wire;

import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The schemas of the project, read without the net. */
final class Schemas {

    private Schemas() {}

    static Schema of(String path) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            return factory.newSchema(Path.of("schemas", path).toFile());
        } catch (SAXException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
