package vn.motcua.dossier.internal.print;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// XHTML of a paper as a tree, without anything that reaches outside it.
final class PaperDocument {
    static final String XHTML = "http://www.w3.org/1999/xhtml";

    /// Elements no paper needs.
    static final Set<String> FORBIDDEN =
            Set.of(
                    "script",
                    "link",
                    "base",
                    "object",
                    "embed",
                    "iframe",
                    "frame",
                    "applet",
                    "form",
                    "input",
                    "button",
                    "select",
                    "textarea",
                    "video",
                    "audio",
                    "svg",
                    "math");

    private PaperDocument() {}

    static Document parse(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXParseException e) {
            throw new UnprintableException(e.getLineNumber(), e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new UnprintableException(1, e);
        }
    }

    static Element head(Document page) {
        if (page.getElementsByTagNameNS("*", "head").item(0) instanceof Element head) return head;
        throw new IllegalArgumentException("a paper has a head");
    }

    /// Removes forbidden elements, pictures and addresses that are not part of the page; styles go
    /// where they count, into the head.
    static void clean(Document page) {
        var all = page.getElementsByTagNameNS("*", "*");
        var elements = new ArrayList<Element>();
        for (int i = 0; i < all.getLength(); i++)
            if (all.item(i) instanceof Element element) elements.add(element);
        for (var element : elements) {
            String name = element.getLocalName().toLowerCase(Locale.ROOT);
            var parent = element.getParentNode();
            boolean strangePicture =
                    name.equals("img")
                            && !element.getAttribute("src").startsWith(PdfPrinter.PICTURE);
            if ((FORBIDDEN.contains(name) || strangePicture) && parent != null)
                parent.removeChild(element);
            else if (name.equals("style")) head(page).appendChild(element);
            else if (!element.getAttribute("href").startsWith("https://"))
                element.removeAttribute("href");
        }
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException problem) {}

        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }
}
