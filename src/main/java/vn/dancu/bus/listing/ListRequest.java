package vn.dancu.bus.listing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;

/**
 * A request for a list as it stands.
 *
 * @param fields what the list has of each person
 * @param listed people who are in it so far
 * @param counted how many there are, where only that was asked for and the number is shown; null otherwise
 * @param pages pages of records; 0 for a file
 * @param warnings codes: {@code small_group}, {@code counts_suffice}, {@code fields_withheld}
 * @param cause code of what stops it; null for nothing
 * @param file null until it is ready, and for records
 * @param endsAt when its content goes; null until it is ready
 */
public record ListRequest(
        UUID id,
        PartnerId partner,
        ListService service,
        String reference,
        String officer,
        Purpose purpose,
        List<FieldPath> fields,
        ListCriteria criteria,
        ListForm form,
        boolean countOnly,
        ListState state,
        Instant requestedAt,
        Instant changedAt,
        long listed,
        @Nullable Long counted,
        int pages,
        List<String> warnings,
        @Nullable String cause,
        @Nullable File file,
        @Nullable Instant endsAt) {

    public ListRequest {
        fields = List.copyOf(fields);
        warnings = List.copyOf(warnings);
    }

    /**
     * Its file, encrypted.
     *
     * @param name as it is kept
     * @param sha256 of the encrypted file, 64 hex digits
     * @param key fingerprint of the partner's key to which it is encrypted
     * @param downloadsLeft how often it may still be fetched
     */
    public record File(String name, long length, String sha256, String key, int downloadsLeft) {}
}
