/** The key by which a sandbox signs its answers: each data folder has one of its own, made at the first start. */
@NullMarked
package vn.dancu.bus.sandbox.signature;

import org.jspecify.annotations.NullMarked;
