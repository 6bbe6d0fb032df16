package vn.dancu.bus.camel.axis;

import java.io.InputStream;
import org.apache.camel.spi.TypeConverterLoader;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.SimpleTypeConverter;

/** A fetched document as the stream that it is read from. */
public final class AxisConverters implements TypeConverterLoader {

    @Override
    public void load(TypeConverterRegistry registry) {
        registry.addTypeConverter(
                InputStream.class,
                FetchedDocument.class,
                new SimpleTypeConverter(false, (type, exchange, document) -> ((FetchedDocument) document).stream()));
    }
}
