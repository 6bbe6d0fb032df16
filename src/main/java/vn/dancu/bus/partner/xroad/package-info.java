/**
 * X-Road in the eyes of the partner room: which partner a client identifier stands for, and the security servers whose word is
 * taken for it, each by its registered certificate.
 *
 * <p>Face: {@link vn.dancu.bus.partner.xroad.XRoadDirectory} for doors, {@link vn.dancu.bus.partner.xroad.XRoadRegistry} for
 * operators. It reads no message.
 */
@NullMarked
@NamedInterface("xroad")
package vn.dancu.bus.partner.xroad;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
