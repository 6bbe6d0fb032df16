/** Fills a new sandbox: the register with synthetic people, the contact directory with made-up authorities. */
@NullMarked
package vn.dancu.bus.sandbox.seed;

import org.jspecify.annotations.NullMarked;
