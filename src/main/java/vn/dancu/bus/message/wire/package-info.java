/**
 * What both wires share: bounded reading of bytes, strict UTF-8, text that may stand in a document, and files for what does not
 * fit into memory.
 */
@NullMarked
@NamedInterface("wire")
package vn.dancu.bus.message.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
