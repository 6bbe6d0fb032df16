package vn.dancu.bus.policy;

import java.util.Optional;
import java.util.function.Predicate;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.ServiceCode;

/**
 * The services that the bus answers and their fields; handed in by wiring, since this room knows no message. A policy
 * that names anything else is refused.
 */
@FunctionalInterface
public interface KnownServices {

    /** Whether the service can answer with a field, or a part of one; empty when there is no such service. */
    Optional<Predicate<FieldPath>> fieldsOf(ServiceCode service);
}
