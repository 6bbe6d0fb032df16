package vn.dancu.bus.message.lossless;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;
import vn.dancu.bus.message.Version;

/** The verdict of another reader of the same schema. */
final class Xerces {

    private final Validator validator;

    private Xerces(Validator validator) {
        this.validator = validator;
    }

    static Xerces of(Version version) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            return new Xerces(
                    factory.newSchema(Path.of(version.schema()).toFile()).newValidator());
        } catch (SAXException e) {
            throw new IllegalStateException(version.schema(), e);
        }
    }

    boolean accepts(byte[] document) {
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(document)));
            return true;
        } catch (SAXException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
