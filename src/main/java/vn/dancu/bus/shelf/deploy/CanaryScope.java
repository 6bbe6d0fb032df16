package vn.dancu.bus.shelf.deploy;

import java.util.function.Predicate;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.shelf.DeploymentPlan;
import vn.dancu.bus.shelf.lint.RouteOutline;

/** Which routes take a version first: lanes of the partners that the plan names, or a share of all routes by their ids. */
record CanaryScope(DeploymentPlan plan) implements Predicate<RouteOutline> {

    private static final int PERCENT = 100;

    @Override
    public boolean test(RouteOutline route) {
        boolean isOfPartner = plan.canaryPartners().stream()
                .anyMatch(partner -> route.file().path().startsWith("partners/" + partner + "/"));
        return isOfPartner
                || Integer.parseInt(Sha256.hex(route.id()).substring(0, 6), 16) % PERCENT < plan.canaryPercent();
    }
}
