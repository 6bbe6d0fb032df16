/** Tests of connections at the desk. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.desk.connection;
