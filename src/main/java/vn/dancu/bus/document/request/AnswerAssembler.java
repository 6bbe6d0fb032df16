package vn.dancu.bus.document.request;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.document.answer.AnswerDocument;
import vn.dancu.bus.document.answer.AnswerWriter;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.question.QuestionFile;
import vn.dancu.bus.document.question.ResultFormat;
import vn.dancu.bus.document.summary.SummaryWriter;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.population.PopulationJson;

/** Makes the answer document of a request: its results, file for file, and the summary. */
final class AnswerAssembler {

    /** Up to this size a result is written in memory and lies in the outbox itself; base64 and the summary come on top. */
    private static final long MAX_INLINE = 64 << 10;

    private static final int MAX_INLINE_DOCUMENT = 200 << 10;
    private static final int PIPE = 1 << 16;

    private final AnswerWriter writer;
    private final SummaryWriter summaries;
    private final SummaryCounter counter;
    private final DocumentDispatch dispatch;
    private final ClaimChecks claims;
    private final PopulationJson json;
    private final ExecutorService threads;
    private final Clock clock;

    AnswerAssembler(
            AnswerWriter writer,
            SummaryWriter summaries,
            SummaryCounter counter,
            DocumentDispatch dispatch,
            ClaimChecks claims,
            PopulationJson json,
            ExecutorService threads,
            Clock clock) {
        this.writer = writer;
        this.summaries = summaries;
        this.counter = counter;
        this.dispatch = dispatch;
        this.claims = claims;
        this.json = json;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * An answer that can be sent.
     *
     * @param id its DocumentId: the same at each try
     */
    record Assembled(String id, MessageContent content) {}

    Assembled assemble(Request request, List<PersonResults> results) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), DocumentDispatch.ZONE);
        List<Attachment> files = new ArrayList<>();
        SummaryCounter.Summary summary = counter.count(request, results, resultsName(request, 0), now);
        for (int i = 0; i < request.files().size(); i++) {
            QuestionFile asked = request.files().get(i);
            ResultFormat format = ResultFormat.of(asked, request.xml(), json);
            Content content = new ResultContent(
                    format, results.get(i), summary.itemBytes().get(i));
            files.add(Attachment.of(
                    "ket-qua-" + (i + 1),
                    resultsName(request, i),
                    asked.format().mediaType(),
                    content));
        }
        files.add(Attachment.of(
                "tom-tat", "tom-tat.pdf", "application/pdf", Content.of(summaries.pdf(summary.content()))));
        String id = UUID.nameUUIDFromBytes(("answer/" + request.leased().id()).getBytes(StandardCharsets.UTF_8))
                .toString();
        AnswerDocument answer = new AnswerDocument(
                id,
                dispatch.organization(request.leased().account()),
                request.document(),
                summary.sentence(),
                now,
                files);
        long bytes = summary.itemBytes().stream().mapToLong(Long::longValue).sum();
        return new Assembled(id, bytes <= MAX_INLINE ? inMemory(answer) : MessageContent.of(stored(answer)));
    }

    private static String resultsName(Request request, int file) {
        String number = request.files().size() == 1 ? "" : "-" + (file + 1);
        return "ket-qua" + number + "." + request.files().get(file).format().ending();
    }

    private MessageContent inMemory(AnswerDocument answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(MAX_INLINE_DOCUMENT);
        writer.write(answer, out);
        return out.size() <= MAX_INLINE_DOCUMENT
                ? MessageContent.of(out.toByteArray())
                : MessageContent.of(store(new ByteArrayInputStream(out.toByteArray())));
    }

    /** Written by one thread and sealed by another, so that no more than a buffer of it is in memory. */
    private ClaimCheck stored(AnswerDocument answer) {
        try (PipedInputStream in = new PipedInputStream(PIPE)) {
            OutputStream out = new PipedOutputStream(in);
            Future<?> writing = threads.submit(() -> {
                try (out) {
                    writer.write(answer, out);
                }
                return null;
            });
            ClaimCheck check = store(in);
            // A writer that fails ends the stream as if it were whole.
            writing.get();
            return check;
        } catch (IOException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusException(ErrorCode.OVERLOADED, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e.getCause());
        }
    }

    private ClaimCheck store(InputStream in) {
        try {
            return claims.store(in, Long.MAX_VALUE);
        } catch (IOException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }
}
