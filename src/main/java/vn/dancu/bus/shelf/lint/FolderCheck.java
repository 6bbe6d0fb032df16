package vn.dancu.bus.shelf.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dancu.bus.shelf.lint.RouteOutline.Kind;
import vn.dancu.bus.shelf.lint.RouteOutline.Mention;
import vn.dancu.bus.shelf.lint.RouteOutline.Subject;

/** Compares what files name with the files that there are. A file that is wrong in itself still counts as being there. */
final class FolderCheck {

    private final Set<String> ids;
    private final Map<String, RouteOutline> templates = new HashMap<>();
    private final List<RouteOutline> outlines;
    private final List<RouteFinding> findings = new ArrayList<>();

    /** @param named ids that items of files say, right or wrong */
    FolderCheck(List<RouteFile> files, List<RouteOutline> outlines, List<String> named) {
        this.ids =
                Stream.concat(files.stream().map(RouteFile::id), named.stream()).collect(Collectors.toSet());
        this.outlines = outlines;
        for (RouteOutline outline : outlines) {
            if (outline.kind() == Kind.TEMPLATE) {
                templates.putIfAbsent(outline.id(), outline);
            }
        }
    }

    List<RouteFinding> findings() {
        Set<String> taken = new HashSet<>();
        for (RouteOutline outline : outlines) {
            Mention id = outline.on(Subject.ID).get(0);
            if (!taken.add(id.name())) {
                findings.add(outline.finding(id, RouteRule.ID_TWICE));
            }
            missing(outline, Subject.CONFIGURATION, RouteRule.CONFIGURATION_UNKNOWN);
            missing(outline, Subject.DIRECT, RouteRule.DIRECT_UNKNOWN);
            missing(outline, Subject.TEMPLATE, RouteRule.TEMPLATE_UNKNOWN);
            if (outline.kind() == Kind.TEMPLATE) {
                parameters(outline);
            } else if (outline.kind() == Kind.TEMPLATED_ROUTE) {
                given(outline);
            }
        }
        return findings;
    }

    private void missing(RouteOutline outline, Subject subject, RouteRule rule) {
        outline.on(subject).stream()
                .filter(mention -> !ids.contains(mention.name()))
                .forEach(mention -> findings.add(outline.finding(mention, rule)));
    }

    private void parameters(RouteOutline template) {
        twice(template, Subject.DECLARED_PARAMETER);
        List<String> used = template.names(Subject.USED_PARAMETER);
        template.on(Subject.DECLARED_PARAMETER).stream()
                .filter(declared -> !used.contains(declared.name()))
                .forEach(declared -> findings.add(template.finding(declared, RouteRule.PARAMETER_UNUSED)));
    }

    /** Exactly those that the template declares: Camel takes others too, and some of them hide those that were checked. */
    private void given(RouteOutline route) {
        twice(route, Subject.GIVEN_PARAMETER);
        RouteOutline template = templates.get(route.names(Subject.TEMPLATE).get(0));
        if (template == null) {
            return;
        }
        Collection<String> declared = template.names(Subject.DECLARED_PARAMETER);
        route.on(Subject.GIVEN_PARAMETER).stream()
                .filter(parameter -> !declared.contains(parameter.name()))
                .forEach(parameter -> findings.add(
                        route.finding(parameter, RouteRule.PARAMETER_UNKNOWN, String.join(", ", declared))));
        Collection<String> given = route.names(Subject.GIVEN_PARAMETER);
        template.names(Subject.REQUIRED_PARAMETER).stream()
                .filter(required -> !given.contains(required))
                .forEach(required -> findings.add(route.finding(RouteRule.PARAMETER_MISSING, required)));
    }

    private void twice(RouteOutline outline, Subject subject) {
        Set<String> seen = new HashSet<>();
        outline.on(subject).stream()
                .filter(mention -> !seen.add(mention.name()))
                .forEach(mention -> findings.add(outline.finding(mention, RouteRule.PARAMETER_TWICE)));
    }
}
