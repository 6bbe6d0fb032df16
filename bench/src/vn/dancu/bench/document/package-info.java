/** How many request documents a second are received, answered and sent, and how long the longest list takes. */
@NullMarked
package vn.dancu.bench.document;

import org.jspecify.annotations.NullMarked;
