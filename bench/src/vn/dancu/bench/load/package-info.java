/**
 * The load client: one thread, many keep-alive connections, every answer checked.
 *
 * <p>It shares the cores with the server that it measures, so it does as little per request as it can: requests are
 * prepared once and patched in place, answers are searched as bytes. It never reads XML and never leaves 127.0.0.1.
 */
@NullMarked
package vn.dancu.bench.load;

import org.jspecify.annotations.NullMarked;
