/**
 * The desk's part for the register of contacts: what the clerk publishes, and what everybody may read without signing in, as
 * JSON under {@code /api/v1/contacts} and as pages under {@code /contacts}.
 *
 * <p>No face. The public never sees which account entered something. Pages carry no script and no value that is not escaped.
 */
@NullMarked
package vn.dancu.bus.desk.contact;

import org.jspecify.annotations.NullMarked;
