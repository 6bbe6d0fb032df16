package vn.dancu.bus.audit.trail;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.content.ContentSeal;

/** A question that is kept beside its record, in the form in which it is stored. */
record QuestionRow(String door, @Nullable String messageId, ContentSeal.Sealed sealed) {}
