/**
 * Documents and statuses between their XML trees and the records: edXML both ways, and the older e-doc form for reading.
 * What no record carries is kept beside it or named as a loss.
 */
@NullMarked
package vn.dancu.bus.message.document.edxml;

import org.jspecify.annotations.NullMarked;
