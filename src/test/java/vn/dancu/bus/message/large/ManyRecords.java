package vn.dancu.bus.message.large;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.RecordWriter;
import vn.dancu.bus.message.Records;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenMessages;
import vn.dancu.bus.message.population.CitizenShape;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.group.CitizenGroups;

/** A collection of many citizens, one at a time. */
final class ManyRecords {

    private static final int COUNT = Integer.getInteger("test.large.records");
    private static final int BUFFER = 1 << 20;
    private static final Node HEAD = Node.of("CongdanCollection", List.of())
            .with(List.of(new Attribute("", "SoCongDan", String.valueOf(COUNT)), new Attribute("", "id", "1")));

    private final MessageContext context = MessageContext.create();
    private final MessageFormat xml = context.xml(Version.QCVN_109_V1).within(MessageLimits.LARGE);
    private final MessageFormat json = context.json(Version.QCVN_109_V1).within(MessageLimits.LARGE);
    private final CitizenMessages citizens = context.citizens(CitizenShape.OFFICIAL);
    private final Path folder;

    ManyRecords(Path folder) {
        this.folder = folder;
    }

    void run(Figures figures) throws IOException {
        Path made = folder.resolve("citizens.xml");
        Path asJson = folder.resolve("citizens.json");
        Path again = folder.resolve("citizens-again.xml");
        figures.note("collection of " + COUNT + " citizens");
        make(made);
        figures.took("write " + (Files.size(made) >> 20) + " MB of XML");
        copy(xml, made, json, asJson);
        figures.took("records from XML to JSON");
        copy(json, asJson, xml, again);
        figures.took("records from JSON to XML");
        if (Files.mismatch(made, again) >= 0) {
            throw new IllegalStateException("The collection did not come back");
        }
    }

    private void make(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
                RecordWriter writer = xml.writer(HEAD, out)) {
            for (int i = 0; i < COUNT; i++) {
                writer.write(citizens.element(citizen(i)));
            }
        }
    }

    private static void copy(MessageFormat from, Path source, MessageFormat to, Path target) throws IOException {
        int count = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source), BUFFER);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), BUFFER);
                Records records = from.records(in, "CongDan", Reaction.STRICT);
                RecordWriter writer = to.writer(HEAD, out)) {
            while (records.hasNext()) {
                writer.write(records.next());
                count++;
            }
        }
        if (count != COUNT) {
            throw new IllegalStateException(count + " records and not " + COUNT);
        }
    }

    private static Citizen citizen(int number) {
        Address place = new Address("01", null, "00004", "Số " + number, "VN");
        return new Citizen(
                "999" + String.valueOf(1_000_000_000 + number).substring(1),
                null,
                new PersonName("Nguyễn", "Văn", "An " + number % 97),
                "1",
                "01",
                null,
                "00",
                null,
                "2",
                "00",
                BirthDate.of(LocalDate.of(1960, 1, 1).plusDays(number % 20_000)),
                place,
                place,
                place,
                place,
                "VN",
                null,
                null,
                null,
                null,
                null,
                null,
                CitizenStatus.ALIVE,
                CitizenGroups.NONE,
                List.of());
    }
}
