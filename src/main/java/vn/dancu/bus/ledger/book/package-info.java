/** The book that an instance keeps in memory and writes down, and what becomes of the book of an instance that was killed. */
@NullMarked
package vn.dancu.bus.ledger.book;

import org.jspecify.annotations.NullMarked;
