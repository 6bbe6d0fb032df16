/** Tests of the endpoints for the standing of partners. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.desk.partner;
