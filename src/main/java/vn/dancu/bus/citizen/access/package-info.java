/**
 * Who used the data of a citizen: every question, refused ones too, and every look of an official, out of the audit trail and in
 * words that a citizen understands.
 *
 * <p>Face: {@link vn.dancu.bus.citizen.access.AccessLog}. What a rule of {@code disclosure.yaml} hides for a time is neither
 * listed nor counted, and appears when its time is over. A look at the log is recorded before it is answered.
 */
@NullMarked
@NamedInterface("access")
package vn.dancu.bus.citizen.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
