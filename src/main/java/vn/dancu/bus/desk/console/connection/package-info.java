/**
 * The console's page of connections: what the bus connects to, and a test of each that says where the way ends.
 *
 * <p>No face. A page names no host: it tests what {@link vn.dancu.bus.probe.ConnectionTests} lists.
 */
@NullMarked
package vn.dancu.bus.desk.console.connection;

import org.jspecify.annotations.NullMarked;
