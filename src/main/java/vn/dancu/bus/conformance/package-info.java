/**
 * What a population service must answer, asked from outside: cases about sign-in, fields, statuses, faults, headers of X-Road and limits,
 * run against any bus or the mock, and the result that a gate of the steps to connection reads.
 *
 * <p>Faces: {@link vn.dancu.bus.conformance.ConformanceSuite} asks, {@link vn.dancu.bus.conformance.result.ConformanceResult} is what came
 * of it. It knows the wire alone and nothing of the rooms behind it, so that another's service can be asked as well.
 */
@NullMarked
@ApplicationModule(
        displayName = "Conformance",
        allowedDependencies = {"kernel", "http :: client"})
package vn.dancu.bus.conformance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
