/**
 * The way to a document axis, whatever it speaks: {@link vn.dancu.bus.document.axis.AxisTransport} has its verbs, and
 * {@link vn.dancu.bus.document.axis.AxisAccounts} one transport for each account of the settings.
 *
 * <p>An answer that cannot be read is a failure and never an empty list. Nothing here keeps state: whoever takes a document
 * makes it durable before its progress is reported.
 */
@NullMarked
@NamedInterface("axis")
package vn.dancu.bus.document.axis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
