package org.remitlake.ingest.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * Texts below one element of a document, by the names that want them, told event by event.
 *
 * <p>The text of an element is all text in it, elements apart by a blank: {@code <Sts>} is BOOK
 * whether a version writes {@code <Sts>BOOK</Sts>} or {@code <Sts><Cd>BOOK</Cd></Sts>}. An element
 * that stands there several times has no text: which of them holds is not known, and two charges of
 * 5.00 are not one. Attributes may repeat, as a currency does, while they agree.
 */
final class XmlTexts {
  private final Map<String, String> found = new HashMap<>();
  private final Set<String> unclear = new HashSet<>();
  private final Deque<XmlPaths> open = new ArrayDeque<>();
  private final List<Gathered> gathered = new ArrayList<>();
  private int passedOver;

  /** Text of an element that is open; of one with elements in it, with single blanks. */
  private static final class Gathered {
    private final StringBuilder text = new StringBuilder();
    private boolean hasParts;

    void add(String more) {
      if (text.length() + more.length() > Limits.CELL) {
        throw Paced.tooLong();
      }
      text.append(more);
    }

    void part() {
      hasParts = true;
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }

    String text() {
      String all = text.toString().strip();
      return hasParts ? all.replaceAll("\\s+", " ") : all;
    }
  }

  /** Begins at the element that the reader stands on. */
  XmlTexts(XmlPaths wanted, XMLStreamReader xml) {
    open.push(wanted);
    attributes(wanted, xml);
  }

  void start(XMLStreamReader xml) {
    gathered.forEach(Gathered::part);
    XmlPaths paths = passedOver > 0 ? null : open.peek().below(xml.getLocalName());
    if (paths == null) {
      passedOver++;
      return;
    }
    open.push(paths);
    attributes(paths, xml);
    if (paths.wantsText()) {
      gathered.add(new Gathered());
    }
  }

  void text(XMLStreamReader xml) {
    if (!gathered.isEmpty()) {
      String text = xml.getText();
      gathered.forEach(element -> element.add(text));
    }
  }

  void end() {
    if (passedOver > 0) {
      passedOver--;
    } else {
      XmlPaths paths = open.pop();
      if (paths.wantsText()) {
        keep(paths, "", gathered.remove(gathered.size() - 1).text());
      }
    }
    gathered.forEach(Gathered::part);
  }

  private void attributes(XmlPaths paths, XMLStreamReader xml) {
    for (int i = 0; paths.wantsAttributes() && i < xml.getAttributeCount(); i++) {
      keep(paths, xml.getAttributeLocalName(i), xml.getAttributeValue(i).strip());
    }
  }

  private void keep(XmlPaths paths, String attribute, String text) {
    if (text.isEmpty()) {
      return;
    }
    for (String name : paths.satisfied(attribute, text)) {
      String before = found.putIfAbsent(name, text);
      if (before != null && (attribute.isEmpty() || !before.equals(text))) {
        unclear.add(name);
      }
    }
  }

  /** Whether anything that is wanted stands there. */
  boolean hasAny() {
    return !found.isEmpty();
  }

  /** Adds what is known so far. */
  void addTo(Map<String, String> cells) {
    cells.putAll(found);
    cells.keySet().removeAll(unclear);
  }
}
