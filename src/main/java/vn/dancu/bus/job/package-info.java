/**
 * Work that takes a while, in one list: what waits, runs and ran, how far it is, who began it.
 *
 * <p>Faces: {@link vn.dancu.bus.job.JobSource}, by which a room lists work that it keeps itself,
 * {@link vn.dancu.bus.job.JobLog} for work that nobody keeps (files that are written while they leave), and
 * {@link vn.dancu.bus.job.Jobs} for who looks. Nothing about a person is in it; what can be done about a job is done where it
 * belongs, at its page.
 */
@NullMarked
@ApplicationModule(
        displayName = "Job",
        allowedDependencies = {"kernel"})
package vn.dancu.bus.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
