package vn.dancu.bus.shelf.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.bean.BeanComponent;
import org.apache.camel.component.dataformat.DataFormatComponent;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultRegistry;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.swap.RouteLoader;

/**
 * Loads and starts routes in a Camel of their own, with the beans, data formats and channels of the bus and with
 * {@link StubbedEdge} in the place of every component that reaches outside. No message goes through. It finds what Camel alone can: beans,
 * components, options of channels, ids and parameters.
 */
public final class Trial {

    private final CamelContext bus;
    private final Predicate<String> isUnknown;
    private final Consumer<DefaultCamelContext> without;

    /** With the beans and settings of that Camel. */
    public Trial(CamelContext bus) {
        this(bus, name -> false, scratch -> {});
    }

    /**
     * With a Camel that stands for that of a bus.
     *
     * @param isUnknown whether a component stands for one that only the bus knows
     * @param without puts something in the place of what is missing
     */
    Trial(CamelContext bus, Predicate<String> isUnknown, Consumer<DefaultCamelContext> without) {
        this.bus = bus;
        this.isUnknown = isUnknown;
        this.without = without;
    }

    /**
     * Tries those files together.
     *
     * @param files in the order of loading
     * @return what Camel refuses
     */
    public List<RouteFinding> run(List<RouteOutline> files) {
        return run(files, scratch -> {}, scratch -> {});
    }

    /**
     * Tries those files together, and lets them be used before they end.
     *
     * @param files in the order of loading
     * @param prepared is given the Camel before it starts
     * @param used is given it when all files run; not when Camel refuses one
     * @return what Camel refuses
     */
    public List<RouteFinding> run(
            List<RouteOutline> files, Consumer<CamelContext> prepared, Consumer<CamelContext> used) {
        try (DefaultCamelContext scratch = scratch()) {
            prepared.accept(scratch);
            scratch.start();
            RouteLoader loader = new RouteLoader(scratch);
            List<RouteFinding> findings = new ArrayList<>();
            for (RouteOutline file : files) {
                findings.addAll(loader.load(file));
            }
            if (findings.isEmpty()) {
                used.accept(scratch);
            }
            return findings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DefaultCamelContext scratch() {
        // Beans are looked up by name, as routes name them; what Camel would find by type stays with the bus.
        DefaultCamelContext scratch = new DefaultCamelContext(new DefaultRegistry(new NamedBeans(bus.getRegistry())));
        scratch.getCamelContextExtension().setName("dancu-trial");
        scratch.disableJMX();
        // A stub has not the options of the component that it stands for.
        scratch.setAutowiredEnabled(false);
        scratch.getShutdownStrategy().setTimeout(1);
        scratch.getShutdownStrategy().setShutdownNowOnTimeout(true);
        scratch.getShutdownStrategy().setSuppressLoggingOnTimeout(true);
        scratch.getPropertiesComponent().addPropertiesSource(new Channels(bus));
        scratch.getCamelContextExtension().addContextPlugin(ComponentResolver.class, this::component);
        without.accept(scratch);
        return scratch;
    }

    private @Nullable Component component(String name, CamelContext scratch) {
        if (isUnknown.test(name)) {
            return new StubbedEdge(null);
        }
        return switch (name) {
            case "direct" -> new DirectComponent();
            case "bean" -> new BeanComponent();
            case "dataformat" -> new DataFormatComponent();
            default -> stubbed(bus.getComponent(name, true, false));
        };
    }

    private static @Nullable Component stubbed(@Nullable Component real) {
        return real == null ? null : new StubbedEdge(real);
    }

    /** The channels of the bus and no other of its settings. */
    private record Channels(CamelContext bus) implements PropertiesSource {

        @Override
        public String getName() {
            return "channels";
        }

        @Override
        public @Nullable String getProperty(String name) {
            return name.startsWith("dancu.channel.")
                    ? bus.getPropertiesComponent().resolveProperty(name).orElse(null)
                    : null;
        }
    }
}
