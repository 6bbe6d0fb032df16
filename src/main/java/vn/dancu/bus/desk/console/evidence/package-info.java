/**
 * The console's pages for the trail as evidence: seals, their keys, files that prove records, months and their archive, legal
 * holds.
 *
 * <p>No face. Files hold hashes of persons and never their numbers; a number comes in the body of a form alone and is not
 * shown again.
 */
@NullMarked
package vn.dancu.bus.desk.console.evidence;

import org.jspecify.annotations.NullMarked;
