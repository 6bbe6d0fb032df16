/**
 * Questions, answers and their records as trees of elements, in the official shape, the live shape, and any other that a dialect
 * describes; and over XML, whose documents are these trees.
 */
@NullMarked
package vn.dancu.bus.message.population.tree;

import org.jspecify.annotations.NullMarked;
