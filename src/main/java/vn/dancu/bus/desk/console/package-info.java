/**
 * The web console at {@code /desk}: what its pages share. {@link vn.dancu.bus.desk.console.ConsolePage} puts a page into the
 * navigation, {@link vn.dancu.bus.desk.console.Moments} writes times, {@link vn.dancu.bus.desk.console.FormOutcome} says after a
 * form that something was done.
 *
 * <p>A page is a controller in a package of its own below this one, which asks a room as the administration API does, with a
 * template in {@code templates/desk/<page>/}; how to add one stands in {@code CONTRIBUTING.md}. Pages decide nothing, and
 * never call the bus over HTTP.
 */
@NullMarked
package vn.dancu.bus.desk.console;

import org.jspecify.annotations.NullMarked;
