/**
 * The hub-queue door: reads requests from {@code dancu.hub.<partner>.in} and answers in the format they came in.
 *
 * <p>The routes are files of {@code routes/}; this package is the bean {@code gateway} that they call.
 */
@NullMarked
package vn.dancu.bus.gateway.jms;

import org.jspecify.annotations.NullMarked;
