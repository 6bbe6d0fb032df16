/** Tests of the public register of contacts. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.desk.contact;
