/** Text from bytes whose encoding was declared: decoded as declared, or refused with the encoding that is likely. */
@NullMarked
package vn.dancu.bus.enrichment.file.text;

import org.jspecify.annotations.NullMarked;
