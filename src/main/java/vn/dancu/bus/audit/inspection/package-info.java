/**
 * The inspectors' way into the trail: search, look at the person of one record, reports, operational records.
 *
 * <p>Face: {@link vn.dancu.bus.audit.inspection.Inspection}. Every question is an act, durable before its answer. Nothing
 * here changes a record, and no answer but a look holds a person's number.
 */
@NullMarked
@NamedInterface("inspection")
package vn.dancu.bus.audit.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
