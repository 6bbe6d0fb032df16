/** Statements whose conditions depend on what was asked. */
@NullMarked
@NamedInterface("sql")
package vn.dancu.bus.kernel.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
