/**
 * The published register of contacts: of each authority its contact officers, what it is ready to share, its services.
 *
 * <p>Face: {@link vn.dancu.bus.partner.contact.Contacts}. It holds what officials publish of their office (NĐ 278/2025/NĐ-CP;
 * the model is NĐ 47/2020/NĐ-CP Điều 7, 23, 25, which it replaced) and never anything of a citizen. Every version that was ever in force stays readable.
 */
@NullMarked
@NamedInterface("contact")
package vn.dancu.bus.partner.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
