/**
 * Answers inspectors' questions to the trail: searches, the person of one record, reports, operational records.
 *
 * <p>Face: {@link vn.dancu.bus.audit.inspection.Inspection}. Every question is recorded as an act before it is answered.
 * Nothing here changes a record; only {@code look} returns a person's number. {@link vn.dancu.bus.audit.inspection.MessageEvents}
 * and {@link vn.dancu.bus.audit.inspection.PersonEvents} are for rooms, which record their askers themselves.
 */
@NullMarked
@NamedInterface("inspection")
package vn.dancu.bus.audit.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
