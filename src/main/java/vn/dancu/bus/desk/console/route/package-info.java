/**
 * The console's pages for routes: bundles that run with the counters of their routes, the steps of one route, versions, an
 * upload that is checked and deployed, and deployments with their timeline.
 *
 * <p>No face. What may run, and when something is taken back, is decided by {@link vn.dancu.bus.shelf.Bundles}.
 */
@NullMarked
package vn.dancu.bus.desk.console.route;

import org.jspecify.annotations.NullMarked;
