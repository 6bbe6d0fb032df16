/**
 * The steps to a connection as data: what is handed in, what is checked, who approves, within which terms. A file may ask for
 * more than the law does and never for less. It knows no application.
 */
@NullMarked
@NamedInterface("connection-plan")
package vn.dancu.bus.partner.connection.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
