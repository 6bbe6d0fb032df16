/** Signed questions: keys of a run, questions signed ahead of a round, and WS-Security by WSS4J alone. */
@NullMarked
package vn.dancu.bench.signed;

import org.jspecify.annotations.NullMarked;
