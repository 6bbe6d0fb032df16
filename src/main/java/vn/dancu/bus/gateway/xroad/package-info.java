/**
 * The X-Road doors: the bus as provider information system behind security servers, over SOAP (message protocol 4.0) and REST
 * (message protocol for REST), with their metaservices.
 *
 * <p>A security server proves itself by its registered certificate; then, and not before, its word for the client is taken. Which
 * partner a client stands for, operators said ({@link vn.dancu.bus.partner.xroad.XRoadDirectory}).
 */
@NullMarked
package vn.dancu.bus.gateway.xroad;

import org.jspecify.annotations.NullMarked;
