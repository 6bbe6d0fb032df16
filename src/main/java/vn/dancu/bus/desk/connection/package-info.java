/**
 * The desk's part for connections: authorities, the steps, applications and their moves.
 *
 * <p>No face: endpoints under {@code /api/v1/admin}. It reads bodies, names the actor and asks
 * {@link vn.dancu.bus.partner.connection.Connections}; who may do what at which step is decided there.
 */
@NullMarked
package vn.dancu.bus.desk.connection;

import org.jspecify.annotations.NullMarked;
