/**
 * Electronic documents and their statuses as records, whatever form they came in: the edXML of QCVN 102:2016/BTTTT, both
 * ways, and the form before it, for reading.
 *
 * <p>Face: {@link vn.dancu.bus.message.document.DocumentMessages}. Records know no wire; what they cannot carry is named by
 * {@code losses}, and what no schema knows is kept and written back.
 */
@NullMarked
@NamedInterface("document")
package vn.dancu.bus.message.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
