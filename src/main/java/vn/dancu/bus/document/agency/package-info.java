/**
 * The directory of the agencies that the document axis knows, by every form of their codes: in memory for look-ups, in PostgreSQL
 * for the time when the axis is away. It is read from the axis whole, then change by change, by one instance for all.
 */
@NullMarked
@NamedInterface("agency")
package vn.dancu.bus.document.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
