package vn.dancu.bus.desk.home;

import java.net.URI;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Turns Markdown into HTML. A link to a file of the project that the bus does not serve becomes plain text. */
final class DocumentPages {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final URI FOLDER = URI.create("/docs/");

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer html = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();
    private final TextContentRenderer text = TextContentRenderer.builder().build();

    record Page(String title, String html) {}

    /** @param path of the document inside {@code docs/} */
    Page page(String path, String markdown) {
        Node document = parser.parse(markdown);
        document.accept(new UnservedLinks(FOLDER.resolve(path)));
        Node first = document.getFirstChild();
        return new Page(first instanceof Heading ? text.render(first) : path, html.render(document));
    }

    private static final class UnservedLinks extends AbstractVisitor {

        private final URI page;

        UnservedLinks(URI page) {
            this.page = page;
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (isServed(page.resolve(link.getDestination()))) {
                return;
            }
            Node child = link.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                link.insertBefore(child);
                child = next;
            }
            link.unlink();
        }

        private static boolean isServed(URI target) {
            String path = target.getPath();
            return target.getHost() != null
                    || (path != null && path.startsWith(FOLDER.getPath()) && path.endsWith(".md"));
        }
    }
}
