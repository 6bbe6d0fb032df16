/** Tests of the bodies of questions. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.dialect.question;
