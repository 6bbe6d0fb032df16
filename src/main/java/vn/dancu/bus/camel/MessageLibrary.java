package vn.dancu.bus.camel;

import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.CamelContextHelper;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.dialect.DialectXml;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.Version;

/** The message library of one Camel context: what its registry has, else one made for it. */
record MessageLibrary(MessageContext messages, DialectXml xml) {

    static final String XML = "xml";
    static final String JSON = "json";

    static MessageLibrary of(CamelContext camel) {
        return single(camel, MessageLibrary.class, () -> {
            MessageContext messages = single(camel, MessageContext.class, MessageContext::create);
            return new MessageLibrary(
                    messages,
                    single(
                            camel,
                            DialectXml.class,
                            () -> new DialectXml(messages, single(camel, Dialects.class, Dialects::builtIn))));
        });
    }

    /** The population service on that wire, XML in the dialect of the partner that asks. */
    PopulationCodec population(String format, @Nullable String dialect) {
        return format.equals(JSON)
                ? PopulationCodec.of(messages.populationJson())
                : PopulationCodec.of(xml.of(dialect));
    }

    /** Messages of that family on that wire. */
    MessageFormat format(String format, Version version) {
        return format.equals(JSON) ? messages.json(version) : messages.xml(version);
    }

    /** The dialect of the partner that asks; null while nobody is known to. */
    static @Nullable String dialect(Exchange exchange) {
        Caller caller = exchange.getProperty(ExchangeKeys.CALLER, Caller.class);
        return caller == null ? null : caller.dialect();
    }

    /** The wire that the message came on; XML where it is not known. */
    static String format(Exchange exchange) {
        return exchange.getProperty(ExchangeKeys.FORMAT, XML, String.class);
    }

    private static <T> T single(CamelContext camel, Class<T> type, Supplier<T> maker) {
        T known = CamelContextHelper.findSingleByType(camel, type);
        if (known == null) {
            known = maker.get();
            camel.getRegistry().bind(type.getName(), type, known);
        }
        return known;
    }
}
