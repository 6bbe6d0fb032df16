/**
 * The first page of the bus, the view of the contracts in which they can be tried, and the documents: for everybody, without
 * sign-in, without a cookie, and without a request to another host.
 */
@NullMarked
package vn.dancu.bus.desk.home;

import org.jspecify.annotations.NullMarked;
