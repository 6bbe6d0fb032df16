/**
 * Text messages in and out over SMPP 3.4, by several operators at once: taken once and durable before the operator is told so,
 * answered in the order of each sender, sent within the operator's window and rate, and followed to their end.
 *
 * <p>Faces: {@link vn.dancu.bus.sms.TextAnswerer}, by which a room answers, and {@link vn.dancu.bus.sms.OutboundTexts} to send
 * what answers nothing. Numbers and texts are sealed at rest, and neither stands in a log, a metric or an error.
 */
@NullMarked
@ApplicationModule(
        displayName = "SMS",
        allowedDependencies = {"kernel", "batch", "delivery", "probe", "trust"})
package vn.dancu.bus.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
