/**
 * Notices to partners about their standing, written in the transaction of the change and posted in it.
 *
 * <p>Face: {@link vn.dancu.bus.partner.notice.Notices}; {@link vn.dancu.bus.partner.notice.NoticePost} is what sends them. A notice is never lost while the broker is away, and never
 * holds a secret or anything about a citizen.
 */
@NullMarked
@NamedInterface("notice")
package vn.dancu.bus.partner.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
