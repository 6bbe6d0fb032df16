/** What reports and operational records are about, and what they hold. */
@NullMarked
@NamedInterface("inspection-report")
package vn.dancu.bus.audit.inspection.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
