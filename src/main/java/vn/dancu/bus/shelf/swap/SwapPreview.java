package vn.dancu.bus.shelf.swap;

import java.util.List;

/**
 * Which routes a deployment would touch, by their ids.
 *
 * @param exchanged those that would be stopped and started again
 * @param added those that would be new
 * @param removed those that would end
 */
public record SwapPreview(List<String> exchanged, List<String> added, List<String> removed) {}
