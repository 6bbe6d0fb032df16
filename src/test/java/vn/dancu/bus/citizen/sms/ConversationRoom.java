package vn.dancu.bus.citizen.sms;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.citizen.ConversationSettings;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.access.AccessEntry;
import vn.dancu.bus.citizen.access.AccessLog;
import vn.dancu.bus.citizen.access.AccessPage;
import vn.dancu.bus.citizen.access.AccessQuery;
import vn.dancu.bus.citizen.access.AccessSummary;
import vn.dancu.bus.citizen.code.RecordCodes;
import vn.dancu.bus.citizen.sms.text.CommandReader;
import vn.dancu.bus.citizen.sms.text.OwnRecordWriter;
import vn.dancu.bus.citizen.sms.text.PublishedGrammar;
import vn.dancu.bus.citizen.sms.text.SmsAnswerWriter;
import vn.dancu.bus.citizen.sms.text.SmsGrammar;
import vn.dancu.bus.fixtures.ForgetfulLedger;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.sms.InboundText;
import vn.dancu.bus.sms.OutboundText;
import vn.dancu.bus.sms.PhoneNumber;

/** The conversation as it is wired, on a database of its own; register, inquiry, access log and outbox are scripted. */
final class ConversationRoom implements AutoCloseable {

    static final String ID = "999070000001";
    static final String PHONE = "0100070001";
    static final String STRANGER = "0100070009";
    static final String DEAD = "999050000004";
    static final String MISSING = "999080000005";
    static final String WITHOUT_PHONE = "999080000006";
    static final String NOBODY = "999070000009";

    private static final byte[] MASTER = "conversation-room-master-key-32-bytes".getBytes(StandardCharsets.UTF_8);
    private static final int ROOM = 306;

    final ShiftedClock clock = new ShiftedClock();
    final ScriptedInquiries inquiries = new ScriptedInquiries();
    final List<Act> acts = new CopyOnWriteArrayList<>();
    final List<OutboundText> notices = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** Statements, look-ups, acts and inquiries in their order. */
    final List<String> work = new CopyOnWriteArrayList<>();

    final ScriptedPeople people = new ScriptedPeople(work);
    final ConversationSteps steps;
    final CitizenConversation conversation;
    final KeptSmsChannel channel;
    private final ConversationSettings settings;
    private final SecretBox persons = SecretBox.forUse(MASTER, PersonHash.USE);
    private final OneTimeCodes codes = new OneTimeCodes(SecretBox.forUse(MASTER, "citizen/sms-code"));
    private final SmsAnswerWriter answers;

    /** @param values of settings, {@code key=value} */
    ConversationRoom(DataSource database, String... values) {
        DataSource watched = new WatchedDataSource(database, work);
        settings = settings(values);
        answers = new SmsAnswerWriter(PublishedGrammar.read(), settings.language(), ZoneId.of("Asia/Ho_Chi_Minh"));
        JdbcConversationStates states = new JdbcConversationStates(new JdbcTemplate(watched));
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(watched));
        Acts recorded = act -> {
            work.add("act");
            acts.add(act);
            return UUID.randomUUID();
        };
        channel = new KeptSmsChannel(states, recorded, transactions, persons, clock);
        steps = new ConversationSteps(
                states,
                new ConversationRules(settings.limits()),
                new ConversationRecords(recorded, this::put, answers, settings.limits()),
                transactions,
                new QuestionsInFlight(),
                clock);
        steps.start();
        conversation = conversation();
        inquiries.answer(query -> {
            work.add("inquiry");
            return new Answer.OfCitizen(query.requestId(), ResultStatus.FOUND, clock.instant(), citizen());
        });
        people.add(ID, PHONE, CitizenStatus.ALIVE);
        people.add(DEAD, STRANGER, CitizenStatus.DECEASED);
        people.add(MISSING, STRANGER, CitizenStatus.MISSING);
        people.add(WITHOUT_PHONE, null, CitizenStatus.ALIVE);
    }

    /** Another one beside it, as on another instance. */
    CitizenConversation conversation() {
        OwnRecordWriter records = new OwnRecordWriter(
                PublishedGrammar.read(),
                settings.language(),
                new RecordCodes(Catalogues.published()),
                settings.masked());
        OwnRecordInquiry inquiry = new OwnRecordInquiry(
                inquiries,
                new InMemoryPartners().with("sms-citizen", "secret", Partner.State.ACTIVE),
                new ForgetfulLedger(),
                settings.partner(),
                records,
                answers);
        return new CitizenConversation(
                settings,
                new CommandReader(PublishedGrammar.read()),
                new SubscriberCheck(people, codes, persons),
                steps,
                answers,
                new CitizenConversation.ReleasedContent(inquiry, new ShortLog()),
                new CitizenConversation.Surroundings(
                        SecretBox.forUse(MASTER, "citizen/sms-number"),
                        codes,
                        new QuestionsInFlight(),
                        meters,
                        operator -> ROOM));
    }

    Optional<String> send(String phone, String text) {
        return conversation.answer(text(phone, text));
    }

    /** What the subscriber of {@link #PHONE} is answered. */
    String send(String text) {
        return send(PHONE, text).orElseThrow();
    }

    /** The code that the subscriber of {@link #PHONE} is sent. */
    String code(String text) {
        return codeOf(send(text));
    }

    String refused() {
        return fixed(SmsGrammar.Text.REFUSED);
    }

    void lock(String id, String phone) {
        for (int i = 0; i < 5; i++) {
            send(phone, "DC XN " + id + " 000000");
        }
    }

    static InboundText text(String phone, String text) {
        return new InboundText(
                UUID.randomUUID(), "vina", PhoneNumber.of(phone).orElseThrow(), "1900", text, Instant.now());
    }

    /** The code in an answer. */
    static String codeOf(String answer) {
        return answer.replaceAll("(?s).*Mã xác nhận ([0-9]{6}),.*", "$1");
    }

    String fixed(SmsGrammar.Text text) {
        return answers.fixed(text);
    }

    byte[] hash(String number) {
        return PersonHash.of(persons, PersonalId.soDinhDanh(number));
    }

    List<String> actions() {
        return acts.stream().map(Act::action).toList();
    }

    @Override
    public void close() {
        steps.stop();
    }

    private UUID put(OutboundText notice) {
        notices.add(notice);
        return UUID.randomUUID();
    }

    private static ConversationSettings settings(String... values) {
        Map<String, String> map = new HashMap<>(Map.of("dancu.citizen.sms.legal-basis", "Thử nghiệm"));
        for (String value : values) {
            String[] pair = value.split("=", 2);
            map.put("dancu.citizen.sms." + pair[0], pair[1]);
        }
        return new Binder(new MapConfigurationPropertySource(map))
                .bindOrCreate("dancu.citizen.sms", ConversationSettings.class);
    }

    private static Citizen citizen() {
        FieldValues<Citizen> values = CitizenFields.CITIZEN.values();
        values.set(CitizenFields.HO_VA_TEN, new PersonName("Nguyễn", "Văn", "Thử"));
        return CitizenFields.CITIZEN.record(values);
    }

    /** One use. */
    private final class ShortLog implements AccessLog {

        @Override
        public AccessPage page(VerifiedCitizen citizen, AccessQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AccessSummary summary(VerifiedCitizen citizen) {
            work.add("access log");
            return new AccessSummary(
                    1, 2, List.of(new AccessSummary.Use(Instant.parse("2026-11-28T02:00:00Z"), "Sở Thử", "tra cuu")));
        }

        @Override
        public Optional<AccessEntry> find(VerifiedCitizen citizen, UUID entry) {
            throw new UnsupportedOperationException();
        }
    }
}
