package vn.dancu.bus.shelf.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.RunningBundle.OnInstance;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;

/** What each instance runs. */
public interface InstanceReports {

    /** Name of this instance. */
    String self();

    /** What this instance runs now, by bundle; rows of instances that have been silent for a minute go. */
    void report(Map<String, OwnReport> running);

    /** This instance is alive, though it may be busy with an exchange of routes for longer than its reports are good. */
    void beat();

    /** This instance stops in an orderly way. */
    void leave();

    /** What the living instances have reported of a bundle. */
    List<OnInstance> of(String bundle);

    /**
     * What this instance runs of one bundle.
     *
     * @param version null when nothing
     * @param canary version that a part of the routes runs; null when there is no such part
     * @param trouble code of the rule that keeps it from running what is wanted; null when nothing does
     */
    record OwnReport(@Nullable ReleaseNumber version, @Nullable ReleaseNumber canary, @Nullable String trouble) {}
}
