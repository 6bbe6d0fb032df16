/**
 * Groups of values that other authorities bring to people's records (NĐ 58/2026/NĐ-CP), as the citizen message has them. The groups that
 * have an element of their own are listed in {@link vn.dancu.bus.message.population.group.ContractGroups}; every other stands in an
 * element {@code DuLieuLamGiau} under its name.
 */
@NullMarked
@NamedInterface("population")
package vn.dancu.bus.message.population.group;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
