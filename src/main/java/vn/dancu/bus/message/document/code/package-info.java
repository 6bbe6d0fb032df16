/** The code lists of the edXML standard (QCVN 102:2016/BTTTT). They are open: an unknown code is kept as it came. */
@NullMarked
@NamedInterface("document-code")
package vn.dancu.bus.message.document.code;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
