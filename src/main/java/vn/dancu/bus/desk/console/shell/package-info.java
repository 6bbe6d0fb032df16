/**
 * What every page of the console stands in: layout, navigation, language and colours, files, refusals as pages.
 *
 * <p>No face. Style and script come from files alone; no page carries either inline, and none loads anything from elsewhere.
 */
@NullMarked
package vn.dancu.bus.desk.console.shell;

import org.jspecify.annotations.NullMarked;
