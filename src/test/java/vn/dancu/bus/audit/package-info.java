/** Tests of the audit room. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.audit;
