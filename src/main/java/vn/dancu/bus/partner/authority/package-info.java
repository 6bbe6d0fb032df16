/**
 * The authorities and other bodies, by their codes in both forms, with their names and kinds.
 *
 * <p>Face: {@link vn.dancu.bus.partner.authority.Authorities}. A code belongs to one authority for ever.
 */
@NullMarked
@NamedInterface("authority")
package vn.dancu.bus.partner.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
