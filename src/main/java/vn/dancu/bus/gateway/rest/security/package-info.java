/**
 * Who may come to the REST and catalogue doors: access tokens by OAuth 2.0 client credentials (RFC 6749 §4.4), their
 * proof at the doors (RFC 6750), and the filter chains that say which path is guarded how.
 *
 * <p>Partners are the clients. The secret stays in the partner room: this package only asks whether one is right.
 */
@NullMarked
package vn.dancu.bus.gateway.rest.security;

import org.jspecify.annotations.NullMarked;
