/**
 * The desk of connections: which the bus has, and tests of them, for the administration API and the console. Each test is an act of
 * the trail ({@link vn.dancu.bus.desk.probe.RecordedTests}).
 */
@NullMarked
package vn.dancu.bus.desk.probe;

import org.jspecify.annotations.NullMarked;
