package org.remitlake.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Record elements of an xml document; attributes of the elements around them go with each. */
final class XmlRecords extends NamedRecords {
  private final Paced bytes;
  private final XMLStreamReader xml;
  private final String record;
  private final Set<String> wanted;
  private final Map<String, String> document = new HashMap<>();
  private final Map<String, String> cells = new HashMap<>();
  private long line;
  private int around;
  private boolean hasDoctype;

  XmlRecords(InputStream in, Profile profile) {
    super(profile);
    record = profile.record();
    wanted = new HashSet<>(header());
    bytes = new Paced(in);
    try {
      xml = factory().createXMLStreamReader(bytes);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /**
   * The JDK's own parser, whatever lies on the class path. Against hostile documents: no entities,
   * no document type, nothing fetched; texts come in pieces.
   */
  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  private int step() throws XMLStreamException {
    bytes.step();
    int event = xml.next();
    hasDoctype |= event == XMLStreamConstants.DTD;
    return event;
  }

  @Override
  public boolean next() {
    try {
      while (xml.hasNext()) {
        int event = step();
        around -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        if (event != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals(record)) {
          readRecord();
          return true;
        }
        around++;
        checkDepth(around);
        attributes(document);
      }
      return false;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private void readRecord() throws XMLStreamException {
    line = xml.getLocation().getLineNumber();
    cells.clear();
    cells.putAll(document);
    attributes(cells);
    int depth = 1;
    String name = "";
    while (depth > 0) {
      int event = step();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        checkDepth(around + depth);
        name = xml.getLocalName();
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        name = "";
      } else if (isText(event) && wanted.contains(name)) {
        cells.merge(name, xml.getText(), XmlRecords::joined);
      }
    }
  }

  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  private static String joined(String text, String more) {
    if (text.length() + more.length() > Limits.CELL) {
      throw Paced.tooLong();
    }
    return text.concat(more);
  }

  private void checkDepth(int depth) {
    if (depth > Limits.DEPTH) {
      throw new UnreadableFile(
          "F04",
          "line %d: xml nested deeper than %d elements"
              .formatted(xml.getLocation().getLineNumber(), Limits.DEPTH));
    }
  }

  private void attributes(Map<String, String> into) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (wanted.contains(xml.getAttributeLocalName(i))) {
        into.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
      }
    }
  }

  private UnreadableFile broken(XMLStreamException e) {
    int at = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    String entities =
        hasDoctype
            ? "; it has a document type (DOCTYPE), whose entities are not read: send it without"
            : "";
    return new UnreadableFile("F04", "not well-formed xml at line " + at + entities, e);
  }

  @Override
  Map<String, String> cells() {
    return cells;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
