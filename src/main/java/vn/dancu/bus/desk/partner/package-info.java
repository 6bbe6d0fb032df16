/**
 * The endpoints for the standing of partners: credentials, suspension, termination, notices; and the public notices.
 *
 * <p>Operators issue credentials, suspend and propose what takes two persons; approvers confirm it and enter agreements.
 * It decides nothing itself.
 */
@NullMarked
package vn.dancu.bus.desk.partner;

import org.jspecify.annotations.NullMarked;
