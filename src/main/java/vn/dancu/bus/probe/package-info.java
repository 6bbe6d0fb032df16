/**
 * Tests of connections to other sides: step by step, with the time of each step and the exact fault, so that whoever reads it
 * knows where the way ends and whom to ask.
 *
 * <p>Faces: {@link vn.dancu.bus.probe.ConnectionSource}, by which a room lists what it connects to, and
 * {@link vn.dancu.bus.probe.ConnectionTests} for who tests. Only what the settings name can be tested; nothing that another side
 * said is repeated, but for the certificate that it showed and the number of a status.
 */
@NullMarked
@ApplicationModule(
        displayName = "Probe",
        allowedDependencies = {"kernel"})
package vn.dancu.bus.probe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
