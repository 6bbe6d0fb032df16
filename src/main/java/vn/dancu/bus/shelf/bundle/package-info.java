/**
 * A bundle of routes as operators write it: a folder with {@code bundle.yaml}, read, digested, checked and signed without
 * Camel, on the bus and in the command.
 */
@NullMarked
@NamedInterface("bundle")
package vn.dancu.bus.shelf.bundle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
