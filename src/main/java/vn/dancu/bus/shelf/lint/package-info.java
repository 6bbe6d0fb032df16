/**
 * What a file of {@code routes/} may hold, checked key by key without Camel: on the running bus and in the command.
 *
 * <p>Faces: {@link vn.dancu.bus.shelf.lint.RouteFolder}, {@link vn.dancu.bus.shelf.lint.RouteLint}. The vocabulary is data,
 * {@code shelf/vocabulary.yaml}; findings never repeat a value of a file.
 */
@NullMarked
@NamedInterface("lint")
package vn.dancu.bus.shelf.lint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
