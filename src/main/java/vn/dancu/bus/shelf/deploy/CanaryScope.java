package vn.dancu.bus.shelf.deploy;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.shelf.DeploymentPlan;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.lint.RouteOutline.Subject;
import vn.dancu.bus.shelf.swap.SwapPreview;

/**
 * The routes that run a version first, by their ids. The instance that deploys chooses them, and every instance is given the
 * same list.
 */
record CanaryScope(Set<String> routes) implements Predicate<RouteOutline> {

    private static final int PERCENT = 100;

    CanaryScope {
        routes = Set.copyOf(routes);
    }

    /**
     * Of the routes that a deployment touches the lanes of the partners that the plan names, or that share of them, at least
     * one: always the same ones, and a larger share holds the smaller. New routes that only others call come with them.
     */
    static CanaryScope of(DeploymentPlan plan, SwapPreview preview) {
        List<RouteOutline> candidates = Stream.concat(
                        preview.exchanged().stream(), preview.added().stream().filter(route -> !isCalled(route)))
                .sorted(Comparator.comparing(route -> Sha256.hex(route.id())))
                .toList();
        int share = (candidates.size() * plan.canaryPercent() + PERCENT - 1) / PERCENT;
        Set<String> chosen = new TreeSet<>();
        candidates.stream().limit(share).map(RouteOutline::id).forEach(chosen::add);
        candidates.stream()
                .filter(route -> plan.canaryPartners().stream().anyMatch(partner -> isOf(partner, route)))
                .map(RouteOutline::id)
                .forEach(chosen::add);
        if (!chosen.isEmpty()) {
            preview.added().stream()
                    .filter(CanaryScope::isCalled)
                    .map(RouteOutline::id)
                    .forEach(chosen::add);
        }
        return new CanaryScope(chosen);
    }

    /** The partners of the plan none of whose routes a deployment touches. */
    static List<String> missed(DeploymentPlan plan, SwapPreview preview) {
        return plan.canaryPartners().stream()
                .filter(partner -> Stream.concat(preview.exchanged().stream(), preview.added().stream())
                        .noneMatch(route -> isOf(partner, route)))
                .toList();
    }

    private static boolean isCalled(RouteOutline route) {
        return !route.on(Subject.ENTRY).isEmpty();
    }

    private static boolean isOf(String partner, RouteOutline route) {
        return route.file().path().startsWith("partners/" + partner + "/");
    }

    @Override
    public boolean test(RouteOutline route) {
        return routes.contains(route.id());
    }
}
