package vn.dancu.bus.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** The XML that each partner reads and writes, as its dialect says; made once for each dialect. */
public final class PartnerXml {

    private final Partners partners;
    private final Map<String, PopulationXml> byDialect;
    private final PopulationXml usual;

    PartnerXml(MessageContext messages, Partners partners, Dialects dialects) {
        this.partners = partners;
        this.byDialect = dialects.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Dialect::name, dialect -> messages.populationXml(dialect.answers(), dialect.shape())));
        this.usual = messages.populationXml(Version.QCVN_109_V1);
    }

    /** For a partner that is not known, or whose dialect is gone, the official one. */
    public PopulationXml of(PartnerId partner) {
        return partners.find(partner)
                .map(Partner::dialect)
                .flatMap(name -> Optional.ofNullable(byDialect.get(name)))
                .orElse(usual);
    }
}
