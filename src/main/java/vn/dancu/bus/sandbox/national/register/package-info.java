/** The people whom the mock of the national side knows: those of the sandbox, and some whom nobody else has. */
@NullMarked
package vn.dancu.bus.sandbox.national.register;

import org.jspecify.annotations.NullMarked;
