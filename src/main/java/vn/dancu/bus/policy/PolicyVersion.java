package vn.dancu.bus.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One published version of the policy; it never changes.
 *
 * @param number from 1, rising by one
 * @param hash lower-case hex SHA-256 of its content
 * @param source the seed file, or {@code draft/<id>}
 * @param publishedAt when
 * @param authors accounts that wrote the draft; empty for a seed file
 * @param publishedBy account that published it; null for versions from before this was kept
 * @param draft the draft it came from; null for a seed file
 * @param note why, in the words of the author; null for a seed file
 */
public record PolicyVersion(
        long number,
        String hash,
        String source,
        Instant publishedAt,
        List<String> authors,
        @Nullable String publishedBy,
        @Nullable Long draft,
        @Nullable String note) {}
