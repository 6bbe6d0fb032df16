/**
 * The console's pages for suspensions: orders, urgent ones with their written confirmation, returns, and proposals that take two
 * persons.
 *
 * <p>No face. The rules of the grounds hold in {@link vn.dancu.bus.partner.suspension.Suspensions}.
 */
@NullMarked
package vn.dancu.bus.desk.console.suspension;

import org.jspecify.annotations.NullMarked;
