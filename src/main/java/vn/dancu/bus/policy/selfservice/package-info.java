/**
 * What partners keep by themselves inside the limits of the published policy: officers, procedures that are switched off,
 * and the lists of persons whom they may ask about. A person's number is stored as a keyed hash only.
 */
@NullMarked
package vn.dancu.bus.policy.selfservice;

import org.jspecify.annotations.NullMarked;
