package org.remitlake.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Record elements of an xml document; attributes of the elements around them go with each. */
final class XmlRecords extends NamedRecords {
  private final XMLStreamReader xml;
  private final String record;
  private final Map<String, String> document = new HashMap<>();
  private final Map<String, String> cells = new HashMap<>();
  private long line;

  XmlRecords(InputStream bytes, Profile profile) {
    super(profile);
    record = profile.record();
    XMLInputFactory factory = XMLInputFactory.newFactory();
    // Hostile documents: no entities, no document type, nothing fetched.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      xml = factory.createXMLStreamReader(bytes);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  @Override
  public boolean next() {
    try {
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals(record)) {
          readRecord();
          return true;
        }
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
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        name = xml.getLocalName();
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        name = "";
      } else if (event == XMLStreamConstants.CHARACTERS && !name.isEmpty()) {
        cells.merge(name, xml.getText(), String::concat);
      }
    }
  }

  private void attributes(Map<String, String> into) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      into.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
  }

  private static UnreadableFile broken(XMLStreamException e) {
    int at = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    return new UnreadableFile("F04", "not well-formed xml at line " + at, e);
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
