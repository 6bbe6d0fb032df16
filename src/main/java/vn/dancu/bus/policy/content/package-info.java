/**
 * What a version of the policy says, as values: who may see which fields on which terms, what partners keep by themselves,
 * and how two versions differ.
 */
@NullMarked
package vn.dancu.bus.policy.content;

import org.jspecify.annotations.NullMarked;
