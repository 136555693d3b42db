package org.remitlake.ingest.proposal;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.remitlake.ingest.file.UnreadableFile;

/** An xml document: its record is the element with attributes or children that comes most often. */
final class XmlTable {
  private final Head head;

  private XmlTable(Head head) {
    this.head = head;
  }

  static Table table(Head head) {
    XmlTable xml = new XmlTable(head);
    return xml.rows(xml.record());
  }

  private XMLStreamReader open() throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(new ByteArrayInputStream(head.bytes()));
  }

  /** Walks the document; a head that ends within it is no fault. */
  private void walk(Visitor visitor) {
    try {
      XMLStreamReader xml = open();
      while (xml.hasNext()) {
        visitor.visit(xml.next(), xml);
      }
    } catch (XMLStreamException e) {
      if (head.whole()) {
        int at = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        throw new UnreadableFile("F04", "not well-formed xml at line " + at, e);
      }
    }
  }

  @FunctionalInterface
  private interface Visitor {
    void visit(int event, XMLStreamReader xml);
  }

  private String record() {
    Map<String, Integer> holders = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    Set<String> parents = new LinkedHashSet<>();
    walk(
        (event, xml) -> {
          if (event == XMLStreamConstants.START_ELEMENT) {
            if (xml.getAttributeCount() > 0) {
              holders.merge(xml.getLocalName(), 1, Integer::sum);
            }
            if (!open.isEmpty() && parents.add(open.peek() + "#" + open.size())) {
              holders.merge(open.peek(), 1, Integer::sum);
            }
            open.push(xml.getLocalName());
          } else if (event == XMLStreamConstants.END_ELEMENT && !open.isEmpty()) {
            parents.remove(open.peek() + "#" + open.size());
            open.pop();
          }
        });
    return holders.entrySet().stream()
        .max(Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue()))
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new UnreadableFile("F06", "the xml has no element with records"));
  }

  private Table rows(String record) {
    NamedRows rows = new NamedRows();
    Map<String, String> document = new LinkedHashMap<>();
    Map<String, String> cells = new LinkedHashMap<>();
    Deque<String> inside = new ArrayDeque<>();
    long[] line = {0};
    walk(
        (event, xml) -> {
          if (event == XMLStreamConstants.START_ELEMENT) {
            boolean begins = inside.isEmpty() && xml.getLocalName().equals(record);
            if (begins) {
              line[0] = xml.getLocation().getLineNumber();
              cells.clear();
            }
            if (begins || inside.isEmpty()) {
              attributes(xml, begins ? cells : document);
            }
            if (begins || !inside.isEmpty()) {
              inside.push(xml.getLocalName());
            }
          } else if (event == XMLStreamConstants.CHARACTERS && inside.size() == 2) {
            cells.merge(inside.peek(), xml.getText(), String::concat);
          } else if (event == XMLStreamConstants.END_ELEMENT && !inside.isEmpty()) {
            inside.pop();
            if (inside.isEmpty()) {
              rows.add(line[0], document, cells);
            }
          }
        });
    return rows.table("xml", record);
  }

  private static void attributes(XMLStreamReader xml, Map<String, String> into) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      into.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
  }
}
