/** Drills: what is promised for the day on which a server stops or a process is killed. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.drill;
