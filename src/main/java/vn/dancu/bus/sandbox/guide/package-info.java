/** Shows a newcomer what a sandbox offers: addresses and accounts in the log and on the home page, people to ask for over HTTP. */
@NullMarked
package vn.dancu.bus.sandbox.guide;

import org.jspecify.annotations.NullMarked;
