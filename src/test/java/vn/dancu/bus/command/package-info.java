/** Tests of the command. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.command;
