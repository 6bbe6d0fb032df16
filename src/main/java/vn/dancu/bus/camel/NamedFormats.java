package vn.dancu.bus.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.DataFormat;
import vn.dancu.bus.message.Version;

/**
 * The data format {@code dancu-message} under a name for each family, with every other option at its default:
 * {@code <family>} reads XML and JSON and writes what was read, {@code <family>-xml} and {@code <family>-json} are one of
 * them. A route takes one in a line: {@code unmarshal: {custom: {ref: population-xml}}}.
 */
public final class NamedFormats {

    /** Makes the names known to that Camel context. */
    public static void bind(CamelContext camel) {
        for (Version version : Version.values()) {
            bind(camel, version.family(), version, "auto");
            bind(camel, version.family() + "-xml", version, MessageLibrary.XML);
            bind(camel, version.family() + "-json", version, MessageLibrary.JSON);
        }
    }

    private static void bind(CamelContext camel, String name, Version version, String format) {
        camel.getRegistry().bindAsPrototype(name, DataFormat.class, () -> new MessageDataFormat(version, format));
    }

    private NamedFormats() {}
}
