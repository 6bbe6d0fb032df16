package vn.dancu.bus.shelf.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.model.Model;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.RouteStep;
import vn.dancu.bus.shelf.watch.MeterReading;

/** Reads the steps of a running route from its definition, templates and error configuration included. */
public final class StepReader {

    private final CamelContext camel;
    private final Function<NamedNode, MeterReading> meters;

    public StepReader(CamelContext camel, Function<NamedNode, MeterReading> meters) {
        this.camel = camel;
        this.meters = meters;
    }

    /** The steps in their order, error handling last; none for a route that does not run here. */
    public List<RouteStep> read(String route) {
        Model model = camel.getCamelContextExtension().getContextPlugin(Model.class);
        return Optional.ofNullable(model.getRouteDefinition(route))
                .map(definition -> read(definition, definitions(model)))
                .orElse(List.of());
    }

    /** Camel gives out its own list, which changes while routes are exchanged. */
    private static List<RouteDefinition> definitions(Model model) {
        return new ArrayList<>(model.getRouteDefinitions())
                .stream().filter(Objects::nonNull).toList();
    }

    private List<RouteStep> read(RouteDefinition definition, List<RouteDefinition> all) {
        Map<String, Object> values = Objects.requireNonNullElse(definition.getTemplateParameters(), Map.of());
        List<RouteStep> steps = new ArrayList<>();
        steps.add(new RouteStep(0, "from", written(definition.getInput().getEndpointUri(), values), null, 0, 0, 0));
        List<ProcessorDefinition<?>> outputs = definition.getOutputs();
        outputs.stream().filter(each -> !isOfErrors(each)).forEach(each -> add(each, 0, values, all, steps));
        outputs.stream().filter(StepReader::isOfErrors).forEach(each -> add(each, 0, values, all, steps));
        return steps;
    }

    private static boolean isOfErrors(ProcessorDefinition<?> step) {
        return step instanceof OnExceptionDefinition;
    }

    private void add(
            ProcessorDefinition<?> step,
            int depth,
            Map<String, Object> values,
            List<RouteDefinition> all,
            List<RouteStep> steps) {
        String kind = step.getShortName();
        String label = written(inner(kind, step.getLabel()), values);
        MeterReading passed = meters.apply(step);
        steps.add(new RouteStep(
                depth, kind, label, receiver(label, all), passed.exchanges(), passed.failed(), passed.meanMicros()));
        for (ProcessorDefinition<?> output : step.getOutputs()) {
            add(output, depth + 1, values, all, steps);
        }
    }

    /** Camel writes some labels as {@code kind[label]}. */
    private static String inner(String kind, String label) {
        return label.startsWith(kind + "[") && label.endsWith("]")
                ? label.substring(kind.length() + 1, label.length() - 1)
                : label.equals(kind) ? "" : label;
    }

    private static String written(String text, Map<String, Object> values) {
        String written = text;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            written = written.replace("{{" + value.getKey() + "}}", String.valueOf(value.getValue()));
        }
        return Objects.requireNonNullElse(URISupport.sanitizeUri(written), "");
    }

    private static @Nullable String receiver(String address, List<RouteDefinition> all) {
        return all.stream()
                .filter(route -> address.startsWith("direct:")
                        && address.equals(route.getInput().getEndpointUri()))
                .map(RouteDefinition::getRouteId)
                .findFirst()
                .orElse(null);
    }
}
