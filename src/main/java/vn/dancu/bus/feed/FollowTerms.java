package vn.dancu.bus.feed;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;

/**
 * Under which right a partner follows people, as in a question.
 *
 * @param officer MaCanBo
 * @param procedure MaDVC; null for none
 * @param purpose null takes the purpose of the grant that fits
 * @param issue number of the case; null for none
 * @param reason why, in the partner's words and without personal data
 */
public record FollowTerms(
        PartnerId partner,
        String officer,
        @Nullable String procedure,
        @Nullable Purpose purpose,
        @Nullable String issue,
        String reason) {}
