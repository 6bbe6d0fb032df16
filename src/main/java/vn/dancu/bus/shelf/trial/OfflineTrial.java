package vn.dancu.bus.shelf.trial;

import jakarta.mail.Flags;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.BeanScope;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.apache.camel.spi.BeanProcessorFactory;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.camel.NamedFormats;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.lint.RouteOutline.Subject;

/**
 * The dry run where there is no bus: Camel, its components and the data formats are the real ones, beans are those that the
 * vocabulary names, which the lint has compared already.
 */
public final class OfflineTrial {

    /** Scheme of a channel whose address is not known here. */
    private static final String UNKNOWN = "unknown";

    private OfflineTrial() {}

    /**
     * Tries those files together.
     *
     * @param files in the order of loading
     * @param channels addresses of channels by their names
     * @param isWhole whether there are no others; else each channel that a file names is taken to be there
     * @return what Camel refuses
     */
    public static List<RouteFinding> run(List<RouteOutline> files, Map<String, String> channels, boolean isWhole) {
        Map<String, String> known = new HashMap<>(channels);
        if (!isWhole) {
            files.stream()
                    .flatMap(file -> file.names(Subject.CHANNEL).stream())
                    .forEach(name -> known.putIfAbsent(name, ""));
        }
        try (DefaultCamelContext bus = new DefaultCamelContext()) {
            NamedFormats.bind(bus);
            bus.getRegistry().bind("hubRedelivery", new RedeliveryPolicy());
            bus.getRegistry().bind("newBounces", new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            bus.getPropertiesComponent().setInitialProperties(properties(known));
            bus.build();
            return new Trial(bus, UNKNOWN::equals, OfflineTrial::addBeanSteps).run(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address that is made of other settings of the bus is as unknown as one that is missing. */
    private static Properties properties(Map<String, String> channels) {
        Properties properties = new Properties();
        channels.forEach((name, uri) -> properties.put(
                "dancu.channel." + name, uri.isBlank() || uri.contains("${") ? UNKNOWN + ":" + name : uri));
        return properties;
    }

    private static void addBeanSteps(DefaultCamelContext scratch) {
        scratch.getCamelContextExtension().addContextPlugin(BeanProcessorFactory.class, new NoBeans());
    }

    /** Steps that call beans of the bus; no message goes through a trial. */
    private static final class NoBeans implements BeanProcessorFactory {

        @Override
        public Processor createBeanProcessor(CamelContext camelContext, Object bean, Method method) {
            return exchange -> {};
        }

        @Override
        public Processor createBeanProcessor(
                CamelContext camelContext,
                @Nullable Object bean,
                @Nullable String beanType,
                @Nullable Class<?> beanClass,
                @Nullable String ref,
                @Nullable String method,
                BeanScope scope) {
            return exchange -> {};
        }
    }
}
