/** Two buses in a chain on one machine: the hub of a province in this process, the national side in one of its own. */
@NullMarked
package vn.dancu.bus.sandbox.chain;

import org.jspecify.annotations.NullMarked;
