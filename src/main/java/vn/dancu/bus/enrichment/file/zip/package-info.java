/** ZIP as files of sources have it: one data file read from the front, or the parts of a workbook by its directory. */
@NullMarked
package vn.dancu.bus.enrichment.file.zip;

import org.jspecify.annotations.NullMarked;
