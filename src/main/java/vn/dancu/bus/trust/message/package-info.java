/**
 * WS-Security 1.1 over messages of SOAP 1.1: an X.509 token and one signature over the Body, the Timestamp and whatever header says whom a message is
 * for (docs/decisions/0037).
 *
 * <p>Face: {@link vn.dancu.bus.trust.message.MessageSignatures}. One form counts, and what is read afterwards is the octets that were
 * digested: there is no part that an attacker could move.
 */
@NullMarked
@NamedInterface("message")
package vn.dancu.bus.trust.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
