/** What both wires share: bounded reading of bytes, strict UTF-8, and text that may stand in a document. */
@NullMarked
package vn.dancu.bus.message.wire;

import org.jspecify.annotations.NullMarked;
