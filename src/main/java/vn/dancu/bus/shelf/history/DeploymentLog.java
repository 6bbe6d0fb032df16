package vn.dancu.bus.shelf.history;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.shelf.Deployment;
import vn.dancu.bus.shelf.Deployment.State;
import vn.dancu.bus.shelf.lint.RouteFinding;

/** Every deployment with its steps. What it changes of the wanted versions stands in the transaction of its record. */
public interface DeploymentLog {

    /** Keeps a deployment that begins, or that was refused at once. */
    void add(Actor by, Deployment deployment);

    /** It is that far now. */
    void move(UUID id, State state);

    /**
     * Some routes of every instance are to run its version from now on.
     *
     * @param routes their ids
     * @throws IllegalStateException as {@link #want}
     */
    void beginCanary(Actor by, Deployment deployment, Collection<String> routes);

    /**
     * Its version is wanted from now on, on every instance.
     *
     * @throws IllegalStateException when it is over: the right to deploy was lost, and another instance has ended it
     */
    void want(Actor by, Deployment deployment);

    /** The version before it is wanted again, of all routes. */
    void unwant(Actor by, Deployment deployment);

    /** The version before it runs again since the bus took it back: that is a deployment of its own. */
    void recordSelfRollBack(Deployment deployment);

    /** Somebody wants an open one to be taken back; whoever runs it does so. */
    void cancel(Actor by, Deployment deployment, String reason);

    /** Whether somebody wants that, or another instance has ended it since the right to deploy was lost. */
    boolean isCancelled(UUID id);

    /** It is over; one that is over already stays as it is. */
    void end(UUID id, State state, List<RouteFinding> findings);

    /**
     * Ends an open deployment whose instance is gone: whatever it had reached, the version before it is wanted.
     *
     * <p>The caller holds the {@link DeploymentLock}.
     */
    void endOrphan();

    /** A step begins. */
    void beginStep(UUID id, int number, String name, String detail);

    /** A step ends. */
    void endStep(UUID id, int number, String outcome, String detail);

    Optional<Deployment> find(UUID id);

    /** The open one. */
    Optional<Deployment> open();

    /**
     * Deployments, the latest first.
     *
     * @param name of one bundle; null for all
     * @param after the last one of the page before; null for the first page
     */
    List<Deployment> list(@Nullable String name, @Nullable UUID after, int limit);
}
