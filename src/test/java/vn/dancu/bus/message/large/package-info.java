/** What does not fit into memory: a document of 200 MB and a collection of 200,000 records in a heap of 256 MB. */
@NullMarked
package vn.dancu.bus.message.large;

import org.jspecify.annotations.NullMarked;
