package vn.dancu.bus.shelf.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.shelf.DeploymentPlan;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.lint.RouteOutline.Mention;
import vn.dancu.bus.shelf.lint.RouteOutline.Subject;
import vn.dancu.bus.shelf.swap.SwapPreview;

/** Which routes run a version first. */
class CanaryScopeTest {

    private static final List<RouteOutline> LANES =
            IntStream.range(0, 40).mapToObj(number -> lane("h" + number)).toList();

    @Test
    void takesTheSameShareOfTheRoutesWhateverTheirOrder() {
        List<RouteOutline> otherOrder = new ArrayList<>(LANES);
        Collections.reverse(otherOrder);

        Set<String> quarter = scope(25, LANES);

        assertThat(quarter).hasSize(10).isEqualTo(scope(25, otherOrder));
        assertThat(scope(50, LANES)).as("a larger share").hasSize(20).containsAll(quarter);
        assertThat(scope(99, LANES)).hasSize(40);
    }

    @Test
    void takesOneRouteAtLeast() {
        assertThat(scope(1, LANES)).hasSize(1);
        assertThat(scope(1, LANES.subList(0, 2))).hasSize(1);
        assertThat(scope(50, List.of())).isEmpty();
    }

    @Test
    void takesTheLanesOfPartnersAndWhatTheyCallThatIsNew() {
        RouteOutline called = route("partners/shared/called.camel.yaml", "called", true);
        SwapPreview preview = new SwapPreview(LANES, List.of(called), List.of(), List.of());

        assertThat(CanaryScope.of(plan(List.of("h7"), 0), preview).routes())
                .containsExactlyInAnyOrder("hub-h7", "called");
        assertThat(CanaryScope.missed(plan(List.of("h7", "h77"), 0), preview)).containsExactly("h77");
    }

    private static Set<String> scope(int percent, List<RouteOutline> exchanged) {
        return CanaryScope.of(plan(List.of(), percent), new SwapPreview(exchanged, List.of(), List.of(), List.of()))
                .routes();
    }

    private static DeploymentPlan plan(List<String> partners, int percent) {
        return new DeploymentPlan("test", partners, percent, null);
    }

    private static RouteOutline lane(String partner) {
        return route("partners/" + partner + "/hub-" + partner + ".camel.yaml", "hub-" + partner, false);
    }

    private static RouteOutline route(String path, String id, boolean isCalled) {
        List<Mention> mentions = new ArrayList<>(List.of(new Mention(Subject.ID, id, 1, 1)));
        if (isCalled) {
            mentions.add(new Mention(Subject.ENTRY, id, 1, 1));
        }
        RouteFile file = new RouteFile(path, "", true);
        return new RouteOutline(file, file, RouteOutline.Kind.ROUTE, mentions);
    }
}
