/** What stands in for the register where another service is asked. */
@NullMarked
package vn.dancu.bus.register.away;

import org.jspecify.annotations.NullMarked;
