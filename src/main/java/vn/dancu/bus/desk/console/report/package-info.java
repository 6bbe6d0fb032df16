/** The console's page of inspection reports and operational records, which come as files. No face. */
@NullMarked
package vn.dancu.bus.desk.console.report;

import org.jspecify.annotations.NullMarked;
