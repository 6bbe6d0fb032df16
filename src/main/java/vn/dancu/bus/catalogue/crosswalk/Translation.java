package vn.dancu.bus.catalogue.crosswalk;

import java.util.List;
import java.util.Optional;

/** Where a code goes in another scheme. */
public sealed interface Translation<S extends Scheme<?>> {

    /** One code means the same there. */
    record Exact<S extends Scheme<?>>(Candidate<S> candidate) implements Translation<S> {

        public Code<S> code() {
            return candidate.code();
        }

        public Confidence confidence() {
            return candidate.confidence();
        }
    }

    /**
     * One of these, or several of them together; the code alone does not decide which.
     *
     * @param complete whether it can be no other
     */
    record OneOf<S extends Scheme<?>>(List<Candidate<S>> candidates, boolean complete, Why why)
            implements Translation<S> {

        public OneOf {
            candidates = List.copyOf(candidates);
        }
    }

    /** The code is right, and that scheme has nothing that means it. */
    record None<S extends Scheme<?>>(Why why) implements Translation<S> {}

    /** Nothing can be said: the code is not in its own scheme, or not on that day, or the sources are silent. */
    record Unknown<S extends Scheme<?>>(Why why) implements Translation<S> {}

    /**
     * A code of the other scheme.
     *
     * @param ground why it is one
     * @param confidence how far this can be trusted: the weakest of both codes and of what joins them
     */
    record Candidate<S extends Scheme<?>>(Code<S> code, Ground ground, Confidence confidence) {}

    /** The code if it is exact and can be trusted this far. */
    default Optional<Code<S>> exact(Confidence least) {
        return this instanceof Exact<S> exact && exact.confidence().isAtLeast(least)
                ? Optional.of(exact.code())
                : Optional.empty();
    }

    /** What joins two codes. */
    enum Ground {
        /** Both are of one scheme. */
        SAME_SCHEME,
        /** Both lists give it the same name, spelling aside. */
        SAME_NAME,
        /** One list's name is another name in the other list, and no other entry's. */
        OTHER_NAME,
        /** A line of {@code crosswalk.csv}, with its source. */
        TABLE,
        /** The province was merged into it, or kept. */
        PROVINCE_MERGER,
        /** The first three digits of a personal number. */
        NUMBER_PREFIX,
        /** The ward kept its code; what it covers may have changed. */
        SAME_CODE,
        /** The ward lies in what was the same district. */
        SAME_FORMER_DISTRICT,
        /** The merger list that the operator supplied. */
        MERGER_LIST
    }

    /** Why a translation is not exact. */
    enum Why {
        NOT_IN_SCHEME("Mã không có trong hệ mã của nó", "The code is not in its own scheme"),
        NOT_IN_FORCE("Hệ mã không có hiệu lực vào ngày đó", "The scheme was not in force on that day"),
        SOURCES_SILENT("Chưa có nguồn nào cho biết", "No source tells"),
        NOT_STATED(
                "Mục \"không\", \"khác\", \"chưa rõ\" không có mã tương ứng",
                "An entry for none, other or not known has no counterpart"),
        NOT_LISTED("Hệ mã kia không có mục này", "The other scheme does not list it"),
        NO_DISTRICTS("Từ ngày 01/7/2025 không còn cấp huyện", "Since 2025-07-01 there are no districts"),
        MERGED_FROM_SEVERAL("Được hợp nhất từ nhiều đơn vị", "It was merged from several units"),
        SPLIT_BETWEEN_SEVERAL("Được chia về nhiều đơn vị", "It was split between several units"),
        NO_MERGER_LIST(
                "Chưa có danh sách sáp nhập chính thức, đây chỉ là các khả năng",
                "There is no official merger list, these are only candidates");

        private final String vi;
        private final String en;

        Why(String vi, String en) {
            this.vi = vi;
            this.en = en;
        }

        /** For whoever reads Vietnamese. */
        public String vi() {
            return vi;
        }

        public String en() {
            return en;
        }
    }
}
