package vn.dancu.bus.citizen.sms;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.citizen.ConversationSettings;
import vn.dancu.bus.citizen.access.AccessLog;
import vn.dancu.bus.citizen.sms.text.CommandReader;
import vn.dancu.bus.citizen.sms.text.SmsAnswerWriter;
import vn.dancu.bus.citizen.sms.text.SmsGrammar.Text;
import vn.dancu.bus.citizen.sms.text.TextCommand;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.sms.InboundText;
import vn.dancu.bus.sms.TextAnswerer;

/** Answers what citizens write: reads the command, checks the sender, takes the step, releases what was confirmed. */
final class CitizenConversation implements TextAnswerer {

    private static final String METER = "dancu.citizen.sms.texts";

    private final ConversationSettings settings;
    private final CommandReader commands;
    private final SubscriberCheck subscribers;
    private final ConversationSteps steps;
    private final SmsAnswerWriter answers;
    private final ReleasedContent content;
    private final Surroundings surroundings;
    private final SilencedNumbers silenced = new SilencedNumbers();

    /**
     * @param commands of the grammar
     * @param subscribers who checks the sender
     * @param content what a confirmed code releases
     */
    CitizenConversation(
            ConversationSettings settings,
            CommandReader commands,
            SubscriberCheck subscribers,
            ConversationSteps steps,
            SmsAnswerWriter answers,
            ReleasedContent content,
            Surroundings surroundings) {
        this.settings = settings;
        this.commands = commands;
        this.subscribers = subscribers;
        this.steps = steps;
        this.answers = answers;
        this.content = content;
        this.surroundings = surroundings;
    }

    /**
     * What a conversation needs of the bus around it.
     *
     * @param numbers the box that hashes the numbers of senders
     * @param room how many characters an answer may have at an operator
     */
    record Surroundings(
            SecretBox numbers,
            OneTimeCodes codes,
            QuestionsInFlight questions,
            MeterRegistry meters,
            ToIntFunction<String> room) {}

    /** What the channel gives to somebody who has confirmed. */
    record ReleasedContent(OwnRecordInquiry records, AccessLog log) {}

    @Override
    public Optional<String> answer(InboundText text) {
        if (!settings.isOpen() && settings.closedAnswer() == ConversationSettings.ClosedAnswer.SILENCE) {
            return counted(TextCommand.Kind.UNKNOWN, ConversationOutcome.SILENT, Optional.empty());
        }
        byte[] number = surroundings.numbers().hash(text.sender().value());
        if (silenced.contains(number)) {
            return counted(TextCommand.Kind.UNKNOWN, ConversationOutcome.SILENT, Optional.empty());
        }
        surroundings.questions().began();
        try {
            return answer(text, number);
        } finally {
            surroundings.questions().ended();
        }
    }

    private Optional<String> answer(InboundText text, byte[] number) {
        TextCommand command = settings.isOpen() ? commands.read(text.text()) : TextCommand.of(TextCommand.Kind.UNKNOWN);
        SubscriberCheck.@Nullable Checked checked =
                command.person() == null ? null : subscribers.check(text, command.person(), command.code());
        ConversationOutcome outcome = steps.take(new ConversationStep(
                text.id(), text.operator(), command.kind(), number, checked == null ? null : checked.concerned()));
        if (outcome == ConversationOutcome.SILENT) {
            silenced.add(number);
        }
        return counted(command.kind(), outcome, Optional.ofNullable(written(text, command, checked, outcome)));
    }

    private @Nullable String written(
            InboundText text,
            TextCommand command,
            SubscriberCheck.@Nullable Checked checked,
            ConversationOutcome outcome) {
        return switch (outcome) {
            case PLAIN -> answers.fixed(plain(command.kind()));
            case REFUSED, LOCKED -> answers.fixed(Text.REFUSED);
            case CODE_SENT -> code(text, checked);
            case RECORD_RELEASED -> checked == null ? null : record(text, checked);
            case ACCESS_LOG_RELEASED ->
                checked == null
                        ? null
                        : answers.accessLog(content.log().summary(checked.citizen(text.operator())), room(text));
            case STOPPED -> answers.fixed(Text.STOPPED);
            case TOO_MANY -> answers.fixed(Text.TOO_MANY);
            case SILENT -> null;
        };
    }

    private Text plain(TextCommand.Kind kind) {
        if (!settings.isOpen()) {
            return Text.CLOSED;
        }
        return switch (kind) {
            case HELP -> Text.HELP;
            case REOPEN -> Text.REOPEN;
            default -> Text.UNKNOWN;
        };
    }

    private @Nullable String code(InboundText text, SubscriberCheck.@Nullable Checked checked) {
        return checked == null
                ? null
                : answers.fixed(
                        Text.CODE,
                        Map.of(
                                "code",
                                surroundings
                                        .codes()
                                        .code(text.id(), checked.concerned().hash()),
                                "minutes",
                                String.valueOf(settings.limits().codeLifetime().toMinutes())));
    }

    private String record(InboundText text, SubscriberCheck.Checked checked) {
        return content.records()
                .ask(text, checked.citizen(text.operator()), room(text))
                .orElseGet(() -> answers.fixed(Text.UNAVAILABLE));
    }

    private int room(InboundText text) {
        return surroundings.room().applyAsInt(text.operator());
    }

    private Optional<String> counted(TextCommand.Kind kind, ConversationOutcome outcome, Optional<String> answer) {
        Counter.builder(METER)
                .description("Texts of citizens, by what they wanted and what came of it")
                .tag("kind", kind.code())
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(surroundings.meters())
                .increment();
        return answer;
    }
}
