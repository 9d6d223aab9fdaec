package io.github.xinyi.trust.bankfile;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.reconciliation.BankRule;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of strangers: no document type, no entity but the five of XML, nothing fetched, and
 * bytes, depth, elements and text all within limits.
 */
final class BoundedXml {

    static final int MAX_DEPTH = 40;
    static final int MAX_ELEMENTS = 4_000_000;
    static final int MAX_TEXT = 10_000;
    private static final int MAX_ATTRIBUTES = 20;

    /** An element that is still open. */
    private static final class Open {
        private final String name;
        private final String namespace;
        private final int line;
        private final Map<String, String> attributes = new HashMap<>();
        private final List<XmlElement> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(XMLStreamReader reader) {
            this.name = reader.getLocalName();
            String uri = reader.getNamespaceURI();
            this.namespace = uri == null ? "" : uri;
            this.line = reader.getLocation().getLineNumber();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }

        XmlElement closed() {
            return new XmlElement(
                    name,
                    namespace,
                    line,
                    Map.copyOf(attributes),
                    List.copyOf(children),
                    children.isEmpty() ? text.toString().strip() : "");
        }
    }

    private BoundedXml() {}

    static Outcome<XmlElement> read(byte[] file, int maxBytes) {
        if (file.length > maxBytes) {
            return refused(BankRule.FILE_SIZE, "bytes", file.length, "most", maxBytes);
        }
        try {
            XMLStreamReader reader =
                    factory().createXMLStreamReader(new ByteArrayInputStream(file));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            return refused(BankRule.XML_WELL_FORMED, "line", line);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("nothing is fetched");
                });
        return factory;
    }

    private static Outcome<XmlElement> read(XMLStreamReader reader) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        int elements = 0;
        while (true) {
            int event = reader.next();
            int line = reader.getLocation().getLineNumber();
            if (event == XMLStreamConstants.START_ELEMENT) {
                elements++;
                if (open.size() >= MAX_DEPTH
                        || elements > MAX_ELEMENTS
                        || reader.getAttributeCount() > MAX_ATTRIBUTES) {
                    return refused(BankRule.XML_BOUNDED, "line", line);
                }
                open.push(new Open(reader));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                XmlElement closed = open.pop().closed();
                if (open.isEmpty()) {
                    return rest(reader, closed);
                }
                open.element().children.add(closed);
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA) {
                StringBuilder text = open.element().text;
                if (text.length() + reader.getTextLength() > MAX_TEXT) {
                    return refused(BankRule.XML_BOUNDED, "line", line);
                }
                text.append(
                        reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            } else if (event == XMLStreamConstants.DTD
                    || event == XMLStreamConstants.ENTITY_REFERENCE) {
                return refused(BankRule.XML_WITHOUT_DTD, "line", line);
            }
        }
    }

    /** What follows the root must be well-formed too. */
    private static Outcome<XmlElement> rest(XMLStreamReader reader, XmlElement root)
            throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
        return Outcome.accepted(root);
    }

    private static <T> Outcome<T> refused(BankRule rule, Object... evidence) {
        return Outcome.refused(Ruling.of(Faults.of(rule, evidence)));
    }
}
