package vn.dancu.bus.sandbox.seed;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.authority.Authority;
import vn.dancu.bus.partner.contact.ContactOfficer;
import vn.dancu.bus.partner.contact.ContactSheet;
import vn.dancu.bus.partner.contact.Contacts;
import vn.dancu.bus.partner.contact.Readiness;
import vn.dancu.bus.partner.contact.ServiceDescription;

/** Registers the authorities of the sandbox's partners with made-up contacts; keeps what users have changed. */
final class ContactSeeder {

    private static final String FILE = "/sandbox/authorities.yaml";

    private final Authorities authorities;
    private final Contacts contacts;

    ContactSeeder(Authorities authorities, Contacts contacts) {
        this.authorities = authorities;
        this.contacts = contacts;
    }

    record SeedFile(List<Seed> authorities) {}

    record Seed(
            String code,
            String kind,
            String name,
            List<ContactOfficer> officers,
            List<Readiness> readiness,
            List<ServiceDescription> services) {}

    void seed() {
        for (Seed seed : read().authorities()) {
            AgencyCode code = AgencyCode.of(seed.code());
            if (authorities.find(seed.code()).isEmpty()) {
                authorities.register(new Authority(code, null, seed.kind(), seed.name()), Actor.BUS);
            }
            if (contacts.find(code).isEmpty()) {
                ContactSheet sheet = new ContactSheet(seed.officers(), seed.readiness(), seed.services());
                contacts.publish(code, 0, sheet, Actor.BUS);
            }
        }
    }

    private static SeedFile read() {
        YAMLMapper mapper = YAMLMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
        try (InputStream in = ContactSeeder.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The sandbox lacks " + FILE);
            }
            return mapper.readValue(in, SeedFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
