package vn.dancu.bus.document.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.document.answer.AnswerWriter;
import vn.dancu.bus.document.answer.StatusReport;
import vn.dancu.bus.document.axis.AxisAccounts;
import vn.dancu.bus.document.axis.AxisHeaders;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.document.Organization;
import vn.dancu.bus.message.document.code.StatusCode;

/** Puts what is to be sent into the outbox, in the transaction of the caller; the same again changes nothing. */
public final class DocumentDispatch {

    /** The channel of the outbox: the route that begins with {@code delivery:axis} sends it. */
    public static final String CHANNEL = "axis";

    /** Documents and statuses carry Vietnam's time, without a zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Header: what is sent, {@code edoc}, {@code status} or {@value #PROGRESS}; the route chooses by it. */
    private static final String KIND = "DanCuDocumentKind";

    /** How far a delivery came: no message, but a call of its own. */
    private static final String PROGRESS = "progress";

    private static final String EDXML = "application/xml";
    private static final String NOTHING = "text/plain";

    private final Outbox outbox;
    private final AnswerWriter writer;
    private final AxisAccounts accounts;
    private final String name;
    private final Clock clock;
    private final ErrorTexts texts = ErrorTexts.load();

    DocumentDispatch(Outbox outbox, AnswerWriter writer, AxisAccounts accounts, String name, Clock clock) {
        this.outbox = outbox;
        this.writer = writer;
        this.accounts = accounts;
        this.name = name;
        this.clock = clock;
    }

    /** Whether the settings still have that account. Without it nothing can be written in its name. */
    public boolean hasAccount(String account) {
        return accounts.find(account).isPresent();
    }

    /**
     * The agency under whose code that account sends.
     *
     * @throws BusException {@code axis_unavailable} where the settings have no such account any more
     */
    public Organization organization(String account) {
        return Organization.of(
                accounts.find(account)
                        .orElseThrow(() -> BusException.of(
                                ErrorCode.AXIS_UNAVAILABLE, "account", "an account of dancu.document.axis.accounts"))
                        .agency(),
                name);
    }

    /** Reports a status to the sender of a document. */
    public void status(Recipient to, StatusCode code, @Nullable String description) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZONE);
        byte[] content = writer.write(new StatusReport(organization(to.account()), to.about(), code, description, now));
        send(
                to,
                "status",
                to.document() + "/" + code.code() + "/"
                        + digest(String.valueOf(to.about().id())),
                MessageContent.of(content),
                to.partner());
    }

    /** Reports that a document is refused, and why: the code, its text, and the field and the rule where they help. */
    public void refusal(Recipient to, StatusCode code, Refusal refusal) {
        status(to, code, description(refusal));
    }

    /** Sends the answer of a document. */
    public void answer(Recipient to, MessageContent content) {
        send(to, "edoc", to.document() + "/answer", content, to.partner());
    }

    /** Sends a document of our own. */
    void letter(String account, UUID id, String agency, MessageContent content) {
        outbox.put(message(account, null, id + "/letter", id, "edoc", agency, content));
    }

    /** Reports to the axis how far a delivery came. */
    public void progress(String account, String axisDocId, AxisProgress progress) {
        // Not in the order of the document: the axis learns of the end while an answer is held.
        String key = "axis/" + digest(account + "\n" + axisDocId);
        outbox.put(new OutboundMessage(
                CHANNEL,
                account,
                null,
                key + "/" + progress.word(),
                key,
                Map.of(
                        KIND,
                        PROGRESS,
                        AxisHeaders.ACCOUNT,
                        account,
                        AxisHeaders.DOC_ID,
                        axisDocId,
                        AxisHeaders.PROGRESS,
                        progress.word()),
                NOTHING,
                MessageContent.of(new byte[0]),
                null));
    }

    private void send(Recipient to, String type, String onceKey, MessageContent content, @Nullable PartnerId partner) {
        outbox.put(message(to.account(), partner, onceKey, to.document(), type, to.agency(), content));
    }

    private OutboundMessage message(
            String account,
            @Nullable PartnerId partner,
            String onceKey,
            UUID order,
            String type,
            String agency,
            MessageContent content) {
        return new OutboundMessage(
                CHANNEL,
                account,
                partner,
                onceKey,
                order.toString(),
                Map.of(
                        KIND,
                        type,
                        AxisHeaders.ACCOUNT,
                        account,
                        AxisHeaders.MESSAGE_TYPE,
                        type,
                        AxisHeaders.FROM,
                        organization(account).id(),
                        AxisHeaders.TO,
                        agency),
                EDXML,
                content,
                null);
    }

    private String description(Refusal refusal) {
        StringBuilder text = new StringBuilder(texts.vietnamese(refusal.code()));
        text.append(" Mã lỗi: ").append(refusal.code().code()).append('.');
        if (refusal.field() != null) {
            text.append(" Trường: ").append(refusal.field()).append('.');
        }
        if (refusal.rule() != null) {
            text.append(" Quy tắc: ").append(refusal.rule()).append('.');
        }
        return text.append(" Mã sự việc: ")
                .append(refusal.occurrence())
                .append('.')
                .toString();
    }

    /** Of ids that others made, however long they are. */
    private static UUID digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
