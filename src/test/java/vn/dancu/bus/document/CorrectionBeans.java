package vn.dancu.bus.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.citizen.AnswerTerm;
import vn.dancu.bus.citizen.CaseNumbers;
import vn.dancu.bus.citizen.PersonHashes;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.calendar.WorkingDays;

/** The room of corrections beside that of documents, of people who never had another number. */
final class CorrectionBeans {

    static void register(AnnotationConfigApplicationContext context, Clock clock) {
        context.registerBean(WorkingDays.class, CorrectionBeans::calendar);
        context.registerBean(CaseNumbers.class);
        context.registerBean(DataDeletion.class, () -> (action, before, rows) -> {});
        context.registerBean(AnswerTerm.class, () -> new AnswerTerm(context.getBean(WorkingDays.class), clock));
        context.registerBean(
                PersonHashes.class, () -> new PersonHashes(Set::of, SecretBox.forUse(new byte[32], PersonHash.USE)));
        context.scan("vn.dancu.bus.citizen.correction");
    }

    private static WorkingDays calendar() {
        try {
            return WorkingDays.read(
                    "vn.yaml", new ClassPathResource("calendar/vn.yaml").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CorrectionBeans() {}
}
