/** The platform's side: its calls, and its answers read strictly. */
@NullMarked
package vn.dancu.bus.codebook.platform;

import org.jspecify.annotations.NullMarked;
