package vn.dancu.bus.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.catalogue.crosswalk.Code;
import vn.dancu.bus.catalogue.crosswalk.Schemes;
import vn.dancu.bus.catalogue.crosswalk.Translations;
import vn.dancu.bus.dialect.Account;
import vn.dancu.bus.dialect.Call;
import vn.dancu.bus.dialect.DialectMessages;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.dialect.WireQuestion;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Finding;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Records;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.path.Visitor;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.CitizenShape;

/** What {@link PlainLibraryIT} runs with the library's jar alone: its arguments are the folder of examples and a file. */
final class PlainLibraryUse {

    private static final List<String> OTHERS = List.of(
            "org.springframework.context.annotation.Bean",
            "org.springframework.modulith.ApplicationModule",
            "org.apache.camel.Exchange",
            "org.apache.cxf.Bus",
            "jakarta.xml.bind.JAXBContext",
            "org.slf4j.Logger",
            "vn.dancu.bus.BusApplication");

    private final MessageContext context = MessageContext.create();
    private final StringBuilder said = new StringBuilder();
    private final Path schemas;

    private PlainLibraryUse(Path schemas) {
        this.schemas = schemas;
    }

    public static void main(String[] arguments) throws IOException {
        PlainLibraryUse use = new PlainLibraryUse(Path.of(arguments[0]));
        OTHERS.forEach(use::isAbsent);
        use.bothWays(Version.QCVN_109_V1, "citizen/v1/examples/mot-cong-dan.xml");
        use.bothWays(Version.EDXML_V1, "edxml/v1/examples/ba-tep.xml");
        use.findings();
        use.paths();
        use.records();
        use.citizen();
        use.document();
        use.question();
        use.codes();
        Files.writeString(Path.of(arguments[1]), use.said);
    }

    private void isAbsent(String name) {
        try {
            Class.forName(name);
            say(name, "is there");
        } catch (ClassNotFoundException e) {
            say(name, "is not there");
        }
    }

    private void bothWays(Version version, String example) throws IOException {
        MessageFormat xml = context.xml(version).within(MessageLimits.LARGE);
        MessageFormat json = context.json(version).within(MessageLimits.LARGE);
        try (Message first = xml.read(in(example));
                Message second = json.read(new ByteArrayInputStream(json.write(first)))) {
            say(example, Arrays.equals(xml.write(first), xml.write(second)) ? "comes back" : "is changed");
        }
    }

    private void findings() throws IOException {
        Message message = citizens().with("CongDan[0]/SoDinhDanh", "99908000001");
        Reaction.Collecting all = new Reaction.Collecting(10);
        context.validator(Version.QCVN_109_V1).check(message, all);
        for (Finding finding : all.findings()) {
            say(finding.path(), finding.code().code());
            say(finding.rule().vietnamese(), finding.rule().english());
            say(finding.found().vietnamese(), finding.found().english());
        }
        try {
            context.validator(Version.QCVN_109_V1).check(message, Reaction.STRICT);
        } catch (BusException e) {
            say("refused", e.refusal().code().code());
        }
    }

    private void paths() throws IOException {
        Message message = citizens().with("CongDan[0]/HoVaTen/Ten", "Bình");
        say("path", message.get("CongDan[0]/HoVaTen/Ten").orElse(""));
        say(
                "masked",
                message.visit(Visitor.MASKING).get("CongDan[0]/HoVaTen/Ten").orElse(""));
    }

    private void records() throws IOException {
        MessageFormat xml = context.xml(Version.QCVN_109_V1);
        try (Records people = xml.records(in("citizen/v1/examples/mot-cong-dan.xml"), "CongDan", Reaction.STRICT)) {
            people.forEachRemaining(person -> say("record", person.value("SoDinhDanh")));
        }
    }

    private void citizen() throws IOException {
        Citizen citizen = context.citizens(CitizenShape.OFFICIAL)
                .citizen(citizens().all("CongDan[0]").get(0));
        say("live loses", context.citizens(CitizenShape.LIVE).losses(citizen));
    }

    private void document() throws IOException {
        MessageFormat xml = context.xml(Version.EDXML_V1).within(MessageLimits.LARGE);
        try (Message message = xml.read(in("edxml/v1/examples/ba-tep.xml"))) {
            EDocument document = context.documents().read(message);
            Content file = document.attachments().get(0).file();
            say(document.from().id(), file == null ? "no bytes" : HexFormat.of().formatHex(head(file)));
        }
    }

    private static byte[] head(Content file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(5);
        }
    }

    private void question() throws IOException {
        CitizenQuery query =
                context.populationXml(Version.QCVN_109_V1).readQuery(in("population/v1/examples/tra-cuu.xml"));
        Account account = new Account(Map.of("username", "toaan", "secretKey", "vi-du"));
        Call call = new Call(account, "/soap/population/v1", Instant.parse("2026-11-24T01:02:03.456Z"));
        WireQuestion question = DialectMessages.of(
                        Dialects.builtIn().byName("live").orElseThrow(), context)
                .write(query, call);
        say(question.target(), question.headers().keySet());
    }

    private void codes() {
        Translations translations = Translations.published();
        say(
                "ethnicity",
                translations.translate(Code.of(Schemes.ETHNICITY_POPULATION_DB, "04"), Schemes.ETHNICITY_GSO_CENSUS));
        say(
                "provinces",
                Catalogues.published()
                        .records("donvihanhchinhcap1", LocalDate.of(2026, 11, 24))
                        .map(List::size)
                        .orElse(0));
    }

    private Message citizens() throws IOException {
        return context.xml(Version.QCVN_109_V1).read(in("citizen/v1/examples/mot-cong-dan.xml"));
    }

    private InputStream in(String example) throws IOException {
        return new ByteArrayInputStream(Files.readAllBytes(schemas.resolve(example)));
    }

    private void say(String what, Object... rest) {
        said.append(what);
        for (Object part : rest) {
            said.append(" | ").append(part);
        }
        said.append('\n');
    }
}
