package vn.dancu.bus.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/** The structure of a document, which a screen reader follows (ISO 32000-1 §14.7): elements by their types, and what of the pages is in each. */
final class StructureTree {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureNode> open = new ArrayDeque<>();
    private final List<COSArray> marked = new ArrayList<>();

    StructureTree(PDDocument document) {
        document.getDocumentCatalog().setStructureTreeRoot(root);
        PDMarkInfo info = new PDMarkInfo();
        info.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(info);
        open.push(root);
        begin("Document");
    }

    void page(PDPage page) {
        page.setStructParents(marked.size());
        marked.add(new COSArray());
        // The order of the tab key, which PDF/UA asks for.
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    }

    void begin(String type) {
        PDStructureElement element = new PDStructureElement(type, open.element());
        if (type.equals("TH")) {
            PDTableAttributeObject heading = new PDTableAttributeObject();
            heading.setScope(PDTableAttributeObject.SCOPE_COLUMN);
            element.addAttribute(heading);
        }
        open.element().appendKid(element);
        open.push(element);
    }

    /** The type of the element that is open. */
    String type() {
        return ((PDStructureElement) open.element()).getStructureType();
    }

    void end() {
        open.pop();
    }

    /** The number, on that page, of the content that follows; it belongs to the element that is open. */
    int mark(PDPage page) {
        PDStructureElement element = (PDStructureElement) open.element();
        COSArray elements = marked.get(page.getStructParents());
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(elements.size());
        element.appendKid(reference);
        elements.add(element.getCOSObject());
        return elements.size() - 1;
    }

    /** Writes which element each piece of content belongs to. */
    void done() {
        COSArray numbers = new COSArray();
        for (int i = 0; i < marked.size(); i++) {
            numbers.add(COSInteger.get(i));
            numbers.add(marked.get(i));
        }
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        root.setParentTreeNextKey(marked.size());
    }
}
