package vn.dancu.bus.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** Takes an organisation's request within its grants and limits, and says what became of it. */
final class ConsentRequester implements ConsentRequests {

    private final JdbcConsents store;
    private final TransactionTemplate transaction;
    private final PersonSeal seal;
    private final ConsentTerms terms;
    private final Partners partners;
    private final ConsentTexts texts;
    private final ConsentNotes notes;
    private final Limits limits;

    /** How much may be asked, and the clock by which it is counted. */
    record Limits(ConsentSettings settings, Clock clock) {

        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    ConsentRequester(
            JdbcConsents store,
            TransactionTemplate transaction,
            PersonSeal seal,
            ConsentTerms terms,
            Partners partners,
            ConsentTexts texts,
            ConsentNotes notes,
            Limits limits) {
        this.store = store;
        this.transaction = transaction;
        this.seal = seal;
        this.terms = terms;
        this.partners = partners;
        this.texts = texts;
        this.notes = notes;
        this.limits = limits;
    }

    @Override
    public Consent ask(PartnerId partner, ConsentProposal proposal) {
        ConsentTerms.Terms granted = terms.of(partner, proposal.purpose())
                .orElseThrow(() -> BusException.of(
                        ErrorCode.PURPOSE_NOT_ALLOWED,
                        "mucDich",
                        "a purpose for which a grant of the partner needs consent"));
        requireWithin(proposal, granted);
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lock(partner);
            Instant now = limits.now();
            byte[] person = seal.hash(proposal.person());
            if (store.has(partner, proposal.reference())) {
                return repeated(partner, proposal, person, now);
            }
            requireWithinLimits(partner, person, now);
            return insert(partner, proposal, granted, now);
        }));
    }

    @Override
    public Optional<Consent> find(PartnerId partner, UUID id) {
        return store.find(partner, id, limits.now());
    }

    @Override
    public List<Consent> changed(PartnerId partner, @Nullable Instant since, @Nullable UUID after, int limit) {
        return store.changed(partner, since, after, limit, limits.now());
    }

    private Consent insert(PartnerId partner, ConsentProposal proposal, ConsentTerms.Terms granted, Instant now) {
        String organisation = partners.find(partner).map(Partner::name).orElse(partner.value());
        Consent consent = new Consent(
                UUID.randomUUID(),
                partner,
                proposal.reference(),
                proposal.purpose(),
                List.copyOf(proposal.fields()),
                proposal.days(),
                proposal.reason(),
                texts.shown(proposal, granted, organisation),
                ConsentState.REQUESTED,
                now,
                now.plus(limits.settings().answerWithin()),
                now,
                null);
        store.insert(consent, seal.owner(proposal.person()));
        notes.requested(consent, proposal.person());
        return consent;
    }

    private Consent repeated(PartnerId partner, ConsentProposal proposal, byte[] person, Instant now) {
        return store.find(partner, proposal.reference(), person, now)
                .filter(first -> first.purpose().equals(proposal.purpose())
                        && Set.copyOf(first.fields()).equals(proposal.fields())
                        && first.days() == proposal.days()
                        && first.reason().equals(proposal.reason()))
                .orElseThrow(() -> BusException.of(
                        ErrorCode.RESOURCE_EXISTS, "maYeuCau", "not the number of another request of the partner"));
    }

    private void requireWithin(ConsentProposal proposal, ConsentTerms.Terms granted) {
        if (!FieldPath.common(proposal.fields(), granted.fields()).containsAll(proposal.fields())) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID,
                    "truong",
                    "fields of the partner's grants that need consent for this purpose");
        }
        long most = limits.settings().maxPeriod().toDays();
        if (proposal.days() > most) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "soNgay", "at most " + most);
        }
    }

    private void requireWithinLimits(PartnerId partner, byte[] person, Instant now) {
        ConsentSettings settings = limits.settings();
        if (store.asked(partner, null, now.minus(Duration.ofHours(1))) >= settings.perPartner()) {
            throw BusException.of(
                    ErrorCode.LIMIT_REACHED, "maYeuCau", "at most " + settings.perPartner() + " requests in an hour");
        }
        if (store.asked(partner, person, now.minus(settings.answerWithin())) >= settings.perPerson()) {
            throw BusException.of(
                    ErrorCode.LIMIT_REACHED,
                    "soDinhDanh",
                    "at most " + settings.perPerson() + " requests to one person in "
                            + settings.answerWithin().toDays() + " days");
        }
    }
}
