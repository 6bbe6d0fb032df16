/** What the doors of citizens and of authorities answer alike about a question on a use of data. */
@NullMarked
package vn.dancu.bus.gateway.question;

import org.jspecify.annotations.NullMarked;
