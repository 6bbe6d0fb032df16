/** The words behind the codes of a person's record, by the shared catalogues, as people read them. */
@NullMarked
package vn.dancu.bus.citizen.code;

import org.jspecify.annotations.NullMarked;
