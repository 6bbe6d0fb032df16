package vn.dancu.bus.gateway.soap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;

/**
 * The key under which a signed message is answered once. The same header with the same question is the same message: the
 * digest covers user and time but not the body, and a partner that counts in seconds may ask several questions under one
 * header; so the question belongs to the key.
 */
final class OnceKey {

    private final MessageDigest sha;

    private OnceKey() {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** 32 bytes. A question with claims or a list of fields, which are rare, goes in as it is written in JSON. */
    static byte[] of(SignedIn signedIn, CitizenQuery query, PopulationJson json) {
        OnceKey key = new OnceKey();
        key.add(signedIn.digest());
        key.add(signedIn.timestamp());
        if (!query.asked().isEmpty() || !query.claims().equals(CitizenQuery.NO_CLAIMS)) {
            return key.sha.digest(json.writeQuery(query));
        }
        key.add(query.operation().element());
        key.add(query.requestId());
        key.add(query.procedure());
        key.add(query.officer());
        key.add(query.unit());
        key.add(query.purpose() == null ? null : query.purpose().value());
        key.add(query.number().kind().name());
        key.add(query.number().digits());
        key.add(query.name());
        BirthDate birth = query.birthDate();
        key.add(birth == null ? null : birth.iso());
        return key.sha.digest();
    }

    /** Each part goes in with its length, so that no two questions put together the same bytes. */
    private void add(@Nullable String part) {
        if (part == null) {
            sha.update((byte) 0);
            return;
        }
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update((byte) 1);
        for (int shift = 24; shift >= 0; shift -= 8) {
            sha.update((byte) (bytes.length >> shift));
        }
        sha.update(bytes);
    }
}
