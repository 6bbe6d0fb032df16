/** The desk of jobs: work that waits, runs and ran, with its progress. */
@NullMarked
package vn.dancu.bus.desk.job;

import org.jspecify.annotations.NullMarked;
