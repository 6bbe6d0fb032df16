/**
 * The console's pages for authorities and their entries in the register of contacts.
 *
 * <p>No face. What is published is read by everybody under {@code /contacts}; a page says so before it is sent.
 */
@NullMarked
package vn.dancu.bus.desk.console.authority;

import org.jspecify.annotations.NullMarked;
