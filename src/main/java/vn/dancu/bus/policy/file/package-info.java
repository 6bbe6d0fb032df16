/**
 * Reads policy files, the rights in a draft and the list of purposes, and writes rights in the same words. Every error of a
 * document is reported at once, with line, place and rule. Nothing is stored here.
 */
@NullMarked
package vn.dancu.bus.policy.file;

import org.jspecify.annotations.NullMarked;
