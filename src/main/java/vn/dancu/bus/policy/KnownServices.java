package vn.dancu.bus.policy;

import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.ServiceCode;

/**
 * The services that the bus answers and their fields; handed in by wiring, since this room knows no message. A policy
 * that names anything else is refused.
 */
@FunctionalInterface
public interface KnownServices {

    /** The fields that the service can answer with; empty when there is no such service. */
    Optional<Set<FieldPath>> fieldsOf(ServiceCode service);
}
