package vn.motcua.workflow.internal;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.motcua.procedure.FaultSink;

/// Looks at a document before anything is made of it: what our steps have no word for, and what
/// could do harm elsewhere, is refused by name and line.
final class BpmnScreen {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> PICTURE =
            Set.of(
                    "http://www.omg.org/spec/BPMN/20100524/DI",
                    "http://www.omg.org/spec/DD/20100524/DC",
                    "http://www.omg.org/spec/DD/20100524/DI");
    private static final Set<String> KNOWN =
            Set.of(
                    "definitions",
                    "process",
                    "startEvent",
                    "endEvent",
                    "userTask",
                    "manualTask",
                    "task",
                    "receiveTask",
                    "serviceTask",
                    "callActivity",
                    "exclusiveGateway",
                    "parallelGateway",
                    "inclusiveGateway",
                    "boundaryEvent",
                    "timerEventDefinition",
                    "timeDuration",
                    "sequenceFlow",
                    "conditionExpression",
                    "extensionElements",
                    "documentation",
                    "incoming",
                    "outgoing",
                    "multiInstanceLoopCharacteristics",
                    "loopCardinality",
                    "textAnnotation",
                    "text",
                    "association");

    /// Attributes of engines that say nothing but who does a task.
    private static final Set<String> HARMLESS = Set.of("candidateGroups", "type");

    private static final Set<String> LANGUAGES = Set.of("", "cel", "juel");
    private static final int MOST_ELEMENTS = 20_000;
    private static final int MOST_DEPTH = 40;

    private final FaultSink faults;
    private int elements;
    private int depth;

    private BpmnScreen(FaultSink faults) {
        this.faults = faults;
    }

    /// @return whether the document may be read further
    static boolean pass(byte[] document, FaultSink faults) {
        var before = faults.faults().size();
        if (document.length > vn.motcua.workflow.Bpmn.MOST_BYTES) {
            faults.add(BpmnReader.FILE, 0, "workflow.fault.bpmn-too-large");
            return false;
        }
        try {
            new BpmnScreen(faults).walk(open(document));
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            faults.add(BpmnReader.FILE, line, "workflow.fault.bpmn-not-xml");
        }
        return faults.faults().size() == before;
    }

    /// Reads without document types and without anything from outside.
    static XMLStreamReader open(byte[] document) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver(
                (_, _, _, _) -> {
                    throw new XMLStreamException("nothing is fetched");
                });
        return factory.createXMLStreamReader(new ByteArrayInputStream(document));
    }

    private void walk(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!begin(xml)) return;
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    fault(xml, "bpmn-doctype");
                    return;
                }
                default -> {}
            }
        }
    }

    private boolean begin(XMLStreamReader xml) {
        if (++elements > MOST_ELEMENTS || ++depth > MOST_DEPTH) {
            faults.add(BpmnReader.FILE, 0, "workflow.fault.bpmn-too-large");
            return false;
        }
        var name = xml.getLocalName();
        var namespace = xml.getNamespaceURI();
        if (depth == 1 && !(BPMN.equals(namespace) && name.equals("definitions"))) {
            fault(xml, "bpmn-no-definitions", name);
            return false;
        }
        if (BPMN.equals(namespace)) {
            if (!KNOWN.contains(name)) fault(xml, "bpmn-element", name, id(xml));
            attributes(xml, name);
        } else if (!BpmnMarks.NAMESPACE.equals(namespace) && !PICTURE.contains(namespace)) {
            fault(xml, "bpmn-foreign", xml.getPrefix() + ":" + name, id(xml));
        }
        return true;
    }

    private void attributes(XMLStreamReader xml, String element) {
        boolean inside = depth > 2;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var namespace = xml.getAttributeNamespace(i);
            var name = xml.getAttributeLocalName(i);
            if (name.equals("language") && !LANGUAGES.contains(xml.getAttributeValue(i))) {
                fault(xml, "bpmn-language", xml.getAttributeValue(i), id(xml));
            }
            boolean plain =
                    namespace == null || namespace.isEmpty() || namespace.contains("XMLSchema");
            if (plain || !inside || HARMLESS.contains(name)) continue;
            fault(xml, "bpmn-attribute", xml.getAttributePrefix(i) + ":" + name, element, id(xml));
        }
        boolean type = element.equals("serviceTask") && !type(xml).startsWith("motcua-");
        if (type) fault(xml, "bpmn-service", id(xml));
    }

    private static String type(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("type")) return xml.getAttributeValue(i);
        }
        return "";
    }

    private static String id(XMLStreamReader xml) {
        var id = xml.getAttributeValue(null, "id");
        return id == null ? "" : id;
    }

    private void fault(XMLStreamReader xml, String key, Object... args) {
        int line = xml.getLocation().getLineNumber();
        faults.add(BpmnReader.FILE, line, "workflow.fault." + key, args);
    }
}
