/**
 * The axis' own REST interface (VXP), as its SDK 2.0.1 speaks it: parameters in signed headers, documents as bytes, answers in
 * JSON. What goes over the wire stands in {@code docs/protocols/PR-AXIS.md}.
 */
@NullMarked
package vn.dancu.bus.document.axis.vxp;

import org.jspecify.annotations.NullMarked;
