package vn.dancu.bus.document.request;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.document.ledger.DocumentLedger.Progress;
import vn.dancu.bus.document.ledger.DocumentStore;
import vn.dancu.bus.document.ledger.ResultChunks.Chunk;
import vn.dancu.bus.document.question.ListedQuestion;
import vn.dancu.bus.document.question.QuestionFile;
import vn.dancu.bus.document.question.QuestionReader;
import vn.dancu.bus.document.question.ResultFormat;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.population.PopulationJson;

/** Asks the questions of a document: a few at once in memory, many in parts of which each is kept when it is done. */
final class ListAsker {

    private final QuestionAsker asker;
    private final PopulationJson json;
    private final DocumentStore store;
    private final ExecutorService threads;
    private final int chunkSize;

    ListAsker(QuestionAsker asker, PopulationJson json, DocumentStore store, ExecutorService threads, int chunkSize) {
        this.asker = asker;
        this.json = json;
        this.store = store;
        this.threads = threads;
        this.chunkSize = chunkSize;
    }

    /** Notes how far the work is, in the transaction that keeps a part; throws where the lease is lost. */
    interface Checkpoint {
        void reach(Progress progress);
    }

    /** Whether the document is so long that its results are kept in parts. */
    boolean isLong(Request request) {
        return request.people() > chunkSize;
    }

    /** The results of each file. */
    List<PersonResults> ask(Request request, boolean isLast, Checkpoint checkpoint) {
        List<PersonResults> results = new ArrayList<>();
        List<Chunk> kept = isLong(request) ? store.chunks().all(request.leased().id()) : List.of();
        int done = kept.stream().mapToInt(Chunk::people).sum();
        for (int i = 0; i < request.files().size(); i++) {
            int file = i;
            List<Chunk> ofFile = new ArrayList<>(
                    kept.stream().filter(chunk -> chunk.file() == file).toList());
            QuestionFile questions = request.files().get(i);
            ResultFormat format = ResultFormat.of(questions, request.xml(), json);
            try (QuestionReader reader = questions.open(request.xml(), json)) {
                if (!isLong(request)) {
                    results.add(PersonResults.of(ask(request, format, next(reader), isLast)));
                    continue;
                }
                reader.skip(ofFile.stream().mapToInt(Chunk::people).sum());
                while (reader.hasNext()) {
                    List<ListedQuestion> part = next(reader);
                    Chunk chunk = stored(file, part, ask(request, format, part, isLast));
                    done += part.size();
                    keep(request, chunk, new Progress(done, request.people()), checkpoint);
                    ofFile.add(chunk);
                }
                results.add(PersonResults.of(
                        store.claims(), ofFile.stream().map(Chunk::content).toList()));
            }
        }
        return results;
    }

    private List<ListedQuestion> next(QuestionReader reader) {
        List<ListedQuestion> part = new ArrayList<>();
        while (part.size() < chunkSize && reader.hasNext()) {
            part.add(reader.next());
        }
        return part;
    }

    private List<PersonResult> ask(Request request, ResultFormat format, List<ListedQuestion> part, boolean isLast) {
        if (part.size() == 1) {
            return List.of(asker.ask(request.caller(), format, part.get(0), isLast));
        }
        List<Callable<PersonResult>> tasks = part.stream()
                .<Callable<PersonResult>>map(question -> () -> asker.ask(request.caller(), format, question, isLast))
                .toList();
        try {
            List<PersonResult> results = new ArrayList<>(part.size());
            for (Future<PersonResult> each : threads.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusException(ErrorCode.OVERLOADED, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A question of a list failed", e.getCause());
        }
    }

    private Chunk stored(int file, List<ListedQuestion> part, List<PersonResult> results) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (PersonResult result : results) {
                result.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Results in memory cannot be written", e);
        }
        try {
            ClaimCheck check = store.claims().store(new ByteArrayInputStream(bytes.toByteArray()), Long.MAX_VALUE);
            return new Chunk(file, part.get(0).number(), part.size(), check);
        } catch (IOException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }

    private void keep(Request request, Chunk chunk, Progress progress, Checkpoint checkpoint) {
        store.transaction().executeWithoutResult(status -> {
            checkpoint.reach(progress);
            store.chunks().add(request.leased().id(), chunk);
        });
    }
}
