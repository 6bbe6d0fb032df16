package vn.dancu.bus.citizen.extract;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.ExtractSettings;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.pdf.PdfSigner;
import vn.dancu.bus.pdf.SignatureClaim;
import vn.dancu.bus.policy.Purposes;
import vn.dancu.bus.signing.SigningKey;

/** {@link Extracts} by the key of the settings. */
final class SignedExtracts implements Extracts {

    private static final Purpose PURPOSE = new Purpose("tra-cuu-ban-than");

    private final @Nullable PdfSigner signer;
    private final JdbcExtractNumbers numbers;
    private final ExtractLines lines;
    private final ExtractPages pages;
    private final Purposes purposes;
    private final Clock clock;

    /** @param signer null where no key is set */
    SignedExtracts(
            ExtractSettings settings,
            @Nullable PdfSigner signer,
            JdbcExtractNumbers numbers,
            ExtractLines lines,
            Purposes purposes,
            Clock clock) {
        this.signer = signer;
        this.numbers = numbers;
        this.lines = lines;
        this.pages = new ExtractPages(settings);
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    public ExtractNumber number() {
        required();
        return numbers.next();
    }

    @Override
    public byte[] write(ExtractOrder order, Answer answer, Set<FieldPath> released) {
        PdfSigner by = required();
        if (!(answer instanceof Answer.OfCitizen of) || of.citizen() == null) {
            throw BusException.of(ErrorCode.CITIZEN_NOT_MATCHED);
        }
        Instant now = clock.instant();
        Purposes.@Nullable Entry purpose = purposes.find(PURPOSE).orElse(null);
        byte[] pdf = pages.pdf(new ExtractPages.Content(
                order,
                lines.of(of.citizen(), order.fields(), released),
                purpose == null ? PURPOSE.value() : purpose.name(),
                purpose == null ? "pháp luật về căn cước" : purpose.legalBasis(),
                named(by.key()),
                of.dataTime(),
                now));
        return by.sign(
                pdf,
                new SignatureClaim(
                        pages.authority(),
                        ExtractPages.TITLE + " " + order.number().id(),
                        now));
    }

    private PdfSigner required() {
        if (signer == null) {
            throw BusException.of(ErrorCode.CHANNEL_CLOSED);
        }
        return signer;
    }

    /** The common name of the certificate, or all of its name. */
    private static String named(SigningKey key) {
        String whole = key.certificate().getSubjectX500Principal().getName();
        try {
            return new LdapName(whole)
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst()
                            .orElse(whole);
        } catch (InvalidNameException e) {
            return whole;
        }
    }
}
