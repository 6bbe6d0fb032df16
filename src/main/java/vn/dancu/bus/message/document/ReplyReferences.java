package vn.dancu.bus.message.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document answers.
 *
 * @param documents the documents that it responds to
 * @param tasks codes of the tasks that it responds to
 * @param application ApplicationType; its values were not found
 */
public record ReplyReferences(List<ResponseFor> documents, List<String> tasks, @Nullable String application) {

    /** It answers nothing. */
    public static final ReplyReferences NONE = new ReplyReferences(List.of(), List.of(), null);

    public ReplyReferences {
        documents = List.copyOf(documents);
        tasks = List.copyOf(tasks);
    }
}
