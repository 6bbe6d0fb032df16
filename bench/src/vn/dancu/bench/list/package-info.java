/** A list of many people, from its request to the encrypted file, beside what its records alone take. */
@NullMarked
package vn.dancu.bench.list;

import org.jspecify.annotations.NullMarked;
