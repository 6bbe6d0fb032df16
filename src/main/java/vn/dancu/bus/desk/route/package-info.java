/** The desk of the route shelf: bundles, their versions, deployments and the way back. */
@NullMarked
package vn.dancu.bus.desk.route;

import org.jspecify.annotations.NullMarked;
