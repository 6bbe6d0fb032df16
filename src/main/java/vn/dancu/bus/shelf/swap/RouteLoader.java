package vn.dancu.bus.shelf.swap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.util.URISupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.lint.RouteOutline.Mention;
import vn.dancu.bus.shelf.lint.RouteOutline.Subject;
import vn.dancu.bus.shelf.lint.RouteRule;

/**
 * Gives one right file to a Camel that runs, and takes it away again.
 *
 * <p>Camel's own reloading is not used: it removes what runs before it knows whether the new one can start, and forgets the
 * routes that are made of templates (docs/decisions/0021).
 */
public final class RouteLoader {

    private static final Logger LOGGER = LoggerFactory.getLogger(RouteLoader.class);
    private static final int MAX_CAUSE = 200;

    private final CamelContext camel;
    private final Model model;

    /** For that Camel. */
    public RouteLoader(CamelContext camel) {
        this.camel = camel;
        this.model = camel.getCamelContextExtension().getContextPlugin(Model.class);
    }

    /** Whether routes can be added now. */
    public boolean isReady() {
        return camel.isStarted();
    }

    /** Why the file does not run; empty when it does. */
    public List<RouteFinding> load(RouteOutline outline) {
        List<RouteFinding> obstacles = obstacles(outline);
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        try {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.fromString(
                            "file:" + outline.id() + ".camel.yaml",
                            outline.file().text()));
            return List.of();
        } catch (Exception e) {
            takeBack(outline.id());
            return List.of(outline.finding(outline.on(Subject.ID).get(0), RouteRule.CAMEL, cause(e)));
        }
    }

    /**
     * Ends a route and removes it.
     *
     * @param drain how long its messages may take to end
     * @param force whether it is ended even when they do not: a queue then gives them out again
     * @return false when messages were still in work; the route then runs on
     */
    boolean unload(String id, Duration drain, boolean force) {
        try {
            boolean stopped = camel.getRoute(id) == null
                    || camel.getRouteController().stopRoute(id, drain.toMillis(), TimeUnit.MILLISECONDS, !force)
                    || force;
            if (stopped) {
                takeBack(id);
            }
            return stopped;
        } catch (Exception e) {
            LOGGER.atError().addKeyValue(LogKeys.ROUTE_ID, id).setCause(e).log("A route could not be stopped");
            return false;
        }
    }

    /** Removes a template or an error configuration; routes that were made of it run on as they are. */
    void forget(String id) {
        takeBack(id);
    }

    private List<RouteFinding> obstacles(RouteOutline outline) {
        List<RouteFinding> found = new ArrayList<>();
        for (Mention id : outline.on(Subject.ID)) {
            if (isTaken(id.name())) {
                found.add(outline.finding(id, RouteRule.ID_TAKEN));
            }
        }
        for (Mention needed : outline.on(Subject.CONFIGURATION)) {
            if (model.getRouteConfigurationDefinition(needed.name()) == null) {
                found.add(outline.finding(needed, RouteRule.NEEDED_REFUSED, needed.name()));
            }
        }
        for (Mention needed : outline.on(Subject.TEMPLATE)) {
            if (model.getRouteTemplateDefinition(needed.name()) == null) {
                found.add(outline.finding(needed, RouteRule.NEEDED_REFUSED, needed.name()));
            }
        }
        for (Mention channel : outline.on(Subject.CHANNEL)) {
            if (!isSet("dancu.channel." + channel.name())) {
                found.add(outline.finding(channel, RouteRule.CHANNEL_UNKNOWN, channel.name()));
            }
        }
        return found;
    }

    private boolean isTaken(String id) {
        return camel.getRoute(id) != null
                || model.getRouteDefinition(id) != null
                || model.getRouteTemplateDefinition(id) != null
                || model.getRouteConfigurationDefinition(id) != null;
    }

    private boolean isSet(String key) {
        return camel.getPropertiesComponent().resolveProperty(key).isPresent();
    }

    /** What a file leaves behind that did not start, or that was stopped; nothing else has its id. */
    private void takeBack(String id) {
        try {
            if (camel.getRoute(id) != null) {
                camel.getRouteController().stopRoute(id, 1, TimeUnit.SECONDS);
            }
            camel.removeRoute(id);
            RouteDefinition route = model.getRouteDefinition(id);
            if (route != null) {
                model.removeRouteDefinition(route);
            }
            model.removeRouteTemplateDefinitions(id);
            RouteConfigurationDefinition configuration = model.getRouteConfigurationDefinition(id);
            if (configuration != null) {
                model.removeRouteConfiguration(configuration);
            }
        } catch (Exception e) {
            LOGGER.atError()
                    .addKeyValue(LogKeys.ROUTE_ID, id)
                    .setCause(e)
                    .log("What a refused route file left behind could not be removed");
        }
    }

    /** Camel's own words on the file, without secrets of addresses; of another library only what kind of failure it is. */
    private static String cause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String kind = root.getClass().getSimpleName();
        boolean camels =
                root.getClass().getName().startsWith("org.apache.camel.") || root instanceof IllegalArgumentException;
        String words = Optional.ofNullable(root.getMessage())
                .map(URISupport::sanitizeUri)
                .orElse("");
        String shortened = words.length() <= MAX_CAUSE ? words : words.substring(0, MAX_CAUSE) + "…";
        return camels && !words.isBlank()
                ? kind + ": " + shortened.replaceAll("\\p{Cntrl}+", " ").replaceFirst("\\.$", "")
                : kind;
    }
}
