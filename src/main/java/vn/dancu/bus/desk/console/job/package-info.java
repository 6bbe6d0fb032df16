/** The console's page of jobs, which refreshes itself while something is open. No face. */
@NullMarked
package vn.dancu.bus.desk.console.job;

import org.jspecify.annotations.NullMarked;
