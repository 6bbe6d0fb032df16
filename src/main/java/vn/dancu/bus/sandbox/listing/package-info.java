/** The key pair with which the hub of the sandbox opens its lists: each data folder has one of its own, made at the first start. */
@NullMarked
package vn.dancu.bus.sandbox.listing;

import org.jspecify.annotations.NullMarked;
