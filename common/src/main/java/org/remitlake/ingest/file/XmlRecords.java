package org.remitlake.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Record elements of an xml document, as {@link XmlPaths} names their cells. What the elements
 * around a record hold beside it (document) goes with each record behind it that is in the same
 * element.
 */
final class XmlRecords extends NamedRecords {
  private final Paced bytes;
  private final XMLStreamReader xml;
  private final String record;
  private final Set<String> only;
  private final XmlPaths ofRecord;
  private final XmlPaths ofDocument;
  private final Deque<XmlTexts> around = new ArrayDeque<>();
  private final Map<String, String> cells = new HashMap<>();
  private long line;
  private boolean hasDoctype;
  private boolean isKnown;

  XmlRecords(InputStream in, boolean isUtf8, Profile profile) {
    super(profile);
    record = profile.record();
    only = Set.copyOf(profile.only());
    Set<String> names = new HashSet<>(only);
    profile.columns().values().forEach(names::addAll);
    ofRecord = XmlPaths.of(names);
    ofDocument = XmlPaths.of(profile.document().keySet());
    bytes = new Paced(in);
    try {
      xml = factory().createXMLStreamReader(bytes);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
    if (!isUtf8 && "UTF-8".equalsIgnoreCase(xml.getEncoding())) {
      // The parser would say so, too, but on standard error.
      throw new UnreadableFile(
          "F04",
          "the xml is to be UTF-8 and has bytes that are not; have it sent again, or in the encoding"
              + " that it names");
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
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(record)) {
          isKnown = true;
          readRecord();
          if (only.isEmpty() || cells.keySet().stream().anyMatch(only::contains)) {
            return true;
          }
        } else {
          readAround(event);
        }
      }
      if (!isKnown) {
        // A list of a holiday has its date, a statement without entries its account: not so a page
        // that says that the service is down.
        throw new UnreadableFile(
            "F06", "the xml has no '" + record + "', nor what stands around it");
      }
      return false;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private void readAround(int event) {
    if (event == XMLStreamConstants.START_ELEMENT) {
      around.forEach(element -> element.start(xml));
      around.push(new XmlTexts(ofDocument, xml));
      checkDepth(around.size());
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      isKnown |= around.pop().hasAny();
      around.forEach(XmlTexts::end);
    } else if (isText(event)) {
      around.forEach(element -> element.text(xml));
    }
  }

  private void readRecord() throws XMLStreamException {
    line = xml.getLocation().getLineNumber();
    XmlTexts texts = new XmlTexts(ofRecord, xml);
    for (int depth = 1; depth > 0; ) {
      int event = step();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        checkDepth(around.size() + depth);
        texts.start(xml);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (depth > 0) {
          texts.end();
        }
      } else if (isText(event)) {
        texts.text(xml);
      }
    }
    cells.clear();
    around.descendingIterator().forEachRemaining(element -> element.addTo(cells));
    texts.addTo(cells);
  }

  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  private void checkDepth(int depth) {
    if (depth > Limits.DEPTH) {
      throw new UnreadableFile(
          "F04",
          "line %d: xml nested deeper than %d elements"
              .formatted(xml.getLocation().getLineNumber(), Limits.DEPTH));
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
