/**
 * The console's pages for questions of citizens about uses of their data: what waits, and one with its texts.
 *
 * <p>No face. Opening one is recorded, and its citizen sees that it was read.
 */
@NullMarked
package vn.dancu.bus.desk.console.question;

import org.jspecify.annotations.NullMarked;
