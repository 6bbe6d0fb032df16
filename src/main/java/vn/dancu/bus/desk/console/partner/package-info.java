/**
 * The console's pages for partners: the list, one partner with its ten steps, its credentials, certificates, agreement and
 * notices.
 *
 * <p>No face. Who may do what at which step is decided by {@link vn.dancu.bus.partner.connection.Connections}; the page shows the
 * forms that could succeed.
 */
@NullMarked
package vn.dancu.bus.desk.console.partner;

import org.jspecify.annotations.NullMarked;
