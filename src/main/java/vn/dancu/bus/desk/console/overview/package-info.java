/**
 * The first page of the console: traffic and latency of this instance, alarms, and what waits for whoever is signed in.
 *
 * <p>No face. Charts come from the metrics of this instance, sampled and kept for two hours; the fleet as a whole is drawn by
 * the dashboards over Prometheus.
 */
@NullMarked
package vn.dancu.bus.desk.console.overview;

import org.jspecify.annotations.NullMarked;
