package vn.dancu.bus.shelf;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;

/**
 * The bundles of routes: which run, which ran before, and how one is replaced while the bus runs.
 *
 * <p>What is wrong with a bundle is a value: findings of a verdict, or of a deployment that was refused. A
 * {@link BusException} means that the request itself makes no sense now.
 */
public interface Bundles {

    /** What is wanted at present on every instance, by name. */
    List<RunningBundle> running();

    /** The one of that name. */
    Optional<RunningBundle> find(String name);

    /** The steps of a route that runs on this instance; none when it does not run here. */
    List<RouteStep> steps(String route);

    /** The versions that a bundle has had, the newest first. */
    List<BundleVersion> versions(String name, int limit);

    /** What a version held. */
    Optional<BundleContent> content(String name, ReleaseNumber version);

    /** Checks signature, files and a dry run, as a deployment does, and changes nothing. */
    BundleVerdict check(BundleContent content);

    /** What a deployment of that content would change. */
    BundleDifference difference(BundleContent content);

    /**
     * Begins a deployment; its steps are read by {@link #deployment}. One that is refused is kept too, with its findings,
     * and of one that runs already nothing is done.
     *
     * @param content what is to run
     * @param plan how
     * @throws BusException {@code move_not_allowed} while another deployment is open; {@code field_invalid} when the plan names
     *     a partner none of whose routes changes
     */
    Deployment deploy(Actor by, BundleContent content, DeploymentPlan plan);

    /**
     * Begins a deployment of a version that ran before. One of the same bundle that is being watched ends by it.
     *
     * @param to which version; null for the one that ran before the present one
     * @throws BusException {@code resource_unknown} when there is none, {@code move_not_allowed} while another deployment is
     *     open
     */
    Deployment rollBack(Actor by, String name, @Nullable ReleaseNumber to, String reason);

    /** The deployment of that id, with its steps so far. */
    Optional<Deployment> deployment(UUID id);

    /**
     * Deployments, the latest first.
     *
     * @param name of one bundle; null for all
     * @param after the last one of the page before; null for the first page
     */
    List<Deployment> deployments(@Nullable String name, @Nullable UUID after, int limit);
}
