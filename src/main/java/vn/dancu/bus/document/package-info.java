/**
 * The document axis (trục liên thông văn bản): edXML documents and statuses received and sent, and questions that arrive as documents.
 *
 * <p>Faces: {@link vn.dancu.bus.document.axis.AxisAccounts} to the axis itself. A document is never acknowledged before it is
 * durable, and every one that was taken ends as done or as failed.
 */
@NullMarked
@ApplicationModule(
        displayName = "Document",
        allowedDependencies = {"kernel", "message", "message :: axis"})
package vn.dancu.bus.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
