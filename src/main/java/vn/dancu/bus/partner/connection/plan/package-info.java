/**
 * The steps to a connection as data: what is handed in, what is checked, who approves, within which terms. A file may
 * require more than the law does and never less. This package does not depend on applications.
 */
@NullMarked
@NamedInterface("connection-plan")
package vn.dancu.bus.partner.connection.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
