/**
 * The desk of the trail as evidence: seals, proofs and files, keys, legal holds, months and their archive.
 *
 * <p>What is taken away holds hashes of persons and never their numbers; a number comes in a body alone. It decides nothing:
 * the room of the trail does.
 */
@NullMarked
package vn.dancu.bus.desk.evidence;

import org.jspecify.annotations.NullMarked;
