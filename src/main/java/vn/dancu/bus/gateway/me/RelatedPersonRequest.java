package vn.dancu.bus.gateway.me;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * About whom a citizen asks, and what. The number travels in the body, never in an address.
 *
 * @param soDinhDanh of a child or of a person whom the citizen represents
 * @param truong names of fields; null for all
 */
record RelatedPersonRequest(String soDinhDanh, @Nullable List<String> truong) {}
