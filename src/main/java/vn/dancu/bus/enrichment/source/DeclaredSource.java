package vn.dancu.bus.enrichment.source;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.EnrichedGroup;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.RecordCheck;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.SourceColumn;
import vn.dancu.bus.enrichment.check.RecordRule;
import vn.dancu.bus.enrichment.check.ValueCheck;
import vn.dancu.bus.enrichment.file.FileProfile;
import vn.dancu.bus.kernel.PartnerId;

/** A source as its file declares it. */
record DeclaredSource(Header header, Content content, List<FileProfile> profiles, Clock clock)
        implements EnrichmentSource {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** What a source is. */
    record Header(
            SourceCode code,
            String titleVi,
            String titleEn,
            PartnerId authority,
            String legalBasis,
            EnrichedGroup group,
            @Nullable Validity validity,
            Standing standing) {}

    /**
     * What its records hold.
     *
     * @param checks of the columns, in their order
     * @param recordId place of the column by which the source finds its record again; -1 where there is none
     */
    record Content(List<SourceColumn> columns, List<ValueCheck> checks, List<RecordRule> rules, int recordId) {

        Content {
            columns = List.copyOf(columns);
            checks = List.copyOf(checks);
            rules = List.copyOf(rules);
        }
    }

    DeclaredSource {
        profiles = List.copyOf(profiles);
    }

    @Override
    public SourceCode code() {
        return header.code();
    }

    @Override
    public String titleVi() {
        return header.titleVi();
    }

    @Override
    public String titleEn() {
        return header.titleEn();
    }

    @Override
    public PartnerId authority() {
        return header.authority();
    }

    @Override
    public String legalBasis() {
        return header.legalBasis();
    }

    @Override
    public EnrichedGroup group() {
        return header.group();
    }

    @Override
    public List<SourceColumn> columns() {
        return content.columns();
    }

    @Override
    public List<String> elements() {
        return columns().stream()
                .filter(column -> column.use() == SourceColumn.Use.VALUE)
                .map(SourceColumn::name)
                .toList();
    }

    @Override
    public Optional<Validity> validity() {
        return Optional.ofNullable(header.validity());
    }

    @Override
    public Standing standing() {
        return header.standing();
    }

    @Override
    public Optional<FileProfile> profile(String name) {
        return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    @Override
    public RecordCheck check(FileProfile profile) {
        return new SourceRecordCheck(
                content,
                new ValueCheck.Written(EnumSet.copyOf(profile.dates()), LocalDate.now(clock.withZone(VIETNAM))));
    }
}
