/** Personal content of records: sealed with one key a month, opened for an inspector. */
@NullMarked
package vn.dancu.bus.audit.content;

import org.jspecify.annotations.NullMarked;
