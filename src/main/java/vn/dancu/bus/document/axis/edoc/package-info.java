/**
 * The operations from before QCVN 102 (e-doc): SOAP 1.1 with attachments. A document of that form becomes edXML when it is fetched,
 * and edXML becomes that form when it is sent; what the older form has no place for is left out.
 */
@NullMarked
package vn.dancu.bus.document.axis.edoc;

import org.jspecify.annotations.NullMarked;
