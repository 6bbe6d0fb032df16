package vn.dancu.bus.hub;

/**
 * What is wrong in a file of mappings, without any value of it.
 *
 * @param line of the file, from 1
 * @param field column: {@code field}, {@code local} or {@code national}; {@code file} for the file as a whole
 * @param rule what it must be
 */
public record MappingFlaw(long line, String field, String rule) {}
