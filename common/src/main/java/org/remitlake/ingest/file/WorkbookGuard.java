package org.remitlake.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks a workbook through before its reader, which trusts it, sees it: small parts that unpack to
 * gigabytes, cells in column ZZZZZZ or of the two-billionth shared text, texts without end.
 */
final class WorkbookGuard {
  private static final int LAST_COLUMN_LETTERS = 3;

  /** Styles, number formats, sheets, parts: things that the reader lists in memory. */
  private static final int MOST_LISTED = 100_000;

  /** The reader compares each cell with each of them. */
  private static final int MOST_ARRAY_FORMULAS = 1_000;

  private static final Pattern INDEX = Pattern.compile("[0-9]{0,9}");

  private static final Set<String> LISTED =
      Set.of("xf", "numFmt", "sheet", "Relationship", "Override", "Default");
  private static final Set<String> WHOLE_TEXTS = Set.of("si", "is", "v", "f");

  private long sharedText;
  private long text;
  private String whole = "";
  private long sharedTexts;
  private long lastShared = -1;
  private boolean isShared;
  private boolean isNumber;
  private boolean isNumberOfFormula;
  private final StringBuilder index = new StringBuilder();
  private int listed;
  private int arrayFormulas;
  private int cellsOfRow;
  private int depth;

  private WorkbookGuard() {}

  /** The bytes of a workbook as it is sent, which its reader wants all at once. */
  static byte[] bytes(FileSource source) throws IOException {
    try (InputStream in = source.open()) {
      byte[] bytes = in.readNBytes(Limits.WORKBOOK + 1);
      if (bytes.length > Limits.WORKBOOK) {
        throw new UnreadableFile(
            "F00",
            "the workbook is larger than %d MB; save it as CSV".formatted(Limits.WORKBOOK >> 20));
      }
      return bytes;
    }
  }

  /**
   * Looks through all parts.
   *
   * @throws UnreadableFile if it is no workbook, or asks for more than real ones do
   */
  static void check(FileSource source) throws IOException {
    byte[] bytes = bytes(source);
    try (Archive archive = Archive.open(new SeekableInMemoryByteChannel(bytes))) {
      if (!archive.isWorkbook()) {
        throw new UnreadableFile(
            "F00",
            archive.isDocument() || archive.has("mimetype")
                ? "it is a document, but no .xlsx workbook; save it as .xlsx or CSV"
                : "it is a zip archive under another name; name it .zip, or send the file itself");
      }
      WorkbookGuard guard = new WorkbookGuard();
      Set<String> names = new HashSet<>();
      long unpacked = 0;
      for (ZipArchiveEntry part : archive.entries()) {
        unpacked += Math.min(part.getSize(), Limits.UNPACKED + 1);
        if (!names.add(part.getName())) {
          throw refused("it has two parts of one name");
        }
        if (unpacked > Limits.UNPACKED
            || (unpacked > Limits.RATIO_FROM && unpacked > Limits.RATIO * bytes.length)) {
          throw Measured.tooDense();
        }
        try (InputStream in = archive.stream(part)) {
          guard.checkPart(in);
        }
      }
      if (guard.lastShared >= guard.sharedTexts) {
        throw refused("a cell names a shared text that is not there");
      }
    }
  }

  private void checkPart(InputStream in) {
    Paced bytes = new Paced(in);
    boolean isXml = false;
    depth = 0;
    whole = "";
    try {
      XMLStreamReader xml = XmlRecords.factory().createXMLStreamReader(bytes);
      while (xml.hasNext()) {
        bytes.step();
        int event = xml.next();
        isXml |= event == XMLStreamConstants.START_ELEMENT;
        check(xml, event);
      }
    } catch (XMLStreamException e) {
      // Pictures and settings of printers are no xml from their first byte; nobody reads them.
      if (isXml) {
        throw new UnreadableFile(
            "F04", "the workbook is damaged; open it in Excel and save it as .xlsx or CSV", e);
      }
    }
  }

  private void check(XMLStreamReader xml, int event) {
    switch (event) {
      case XMLStreamConstants.DTD -> throw refused("it has a document type (DOCTYPE) inside");
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.END_ELEMENT -> {
        depth--;
        end(xml.getLocalName());
        whole = xml.getLocalName().equals(whole) ? "" : whole;
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        addText(xml.getTextLength());
        if (isShared && whole.equals("v")) {
          index.append(xml.getText());
        }
      }
      default -> {}
    }
  }

  /** The reader makes up every shared text before the one that a cell names. */
  private void end(String name) {
    if (name.equals("v") && isNumberOfFormula && text == 0) {
      throw new UnreadableFile(
          "F04",
          "it has formulas that no program has computed yet; open it in Excel or LibreOffice, save it,"
              + " and send that");
    }
    if (isShared && name.equals("v")) {
      lastShared = Math.max(lastShared, INDEX.matcher(index).matches() ? index() : Long.MAX_VALUE);
    }
  }

  private long index() {
    return index.isEmpty() ? -1 : Long.parseLong(index.toString());
  }

  private void addText(int length) {
    text += whole.isEmpty() ? 0 : length;
    sharedText += whole.equals("si") ? length : 0;
    if (text > Limits.CELL) {
      throw Paced.tooLong();
    }
    if (sharedText > Limits.SHARED_TEXT) {
      throw refused(
          "its texts are longer than %d million characters together"
              .formatted(Limits.SHARED_TEXT / 1_000_000));
    }
  }

  private void start(XMLStreamReader xml) {
    String name = xml.getLocalName();
    depth++;
    if (depth > Limits.DEPTH) {
      throw refused("its xml is nested deeper than %d elements".formatted(Limits.DEPTH));
    }
    index.setLength(0);
    sharedTexts += name.equals("si") ? 1 : 0;
    if (whole.isEmpty() && WHOLE_TEXTS.contains(name)) {
      whole = name;
      text = 0;
    }
    listed += LISTED.contains(name) ? 1 : 0;
    boolean isArray = name.equals("f") && "array".equals(xml.getAttributeValue(null, "t"));
    arrayFormulas += isArray ? 1 : 0;
    cellsOfRow = name.equals("row") ? 0 : cellsOfRow;
    isNumberOfFormula = isNumberOfFormula || (name.equals("f") && isNumber);
    if (name.equals("c")) {
      isNumberOfFormula = false;
      isNumber = xml.getAttributeValue(null, "t") == null;
      isShared = "s".equals(xml.getAttributeValue(null, "t"));
      checkCell(xml.getAttributeValue(null, "r"));
    }
    if (sharedTexts > Limits.SHARED_TEXTS
        || listed > MOST_LISTED
        || arrayFormulas > MOST_ARRAY_FORMULAS) {
      throw refused("it has more texts, styles, sheets or array formulas than Excel would write");
    }
  }

  private void checkCell(String reference) {
    cellsOfRow++;
    long letters = reference == null ? 0 : reference.chars().filter(Character::isLetter).count();
    if (cellsOfRow > Limits.COLUMNS || letters > LAST_COLUMN_LETTERS) {
      throw refused("a row has more than the %d cells of a worksheet".formatted(Limits.COLUMNS));
    }
  }

  private static UnreadableFile refused(String why) {
    return new UnreadableFile(
        "F04", "the workbook is not as Excel writes it: " + why + "; save it as CSV");
  }
}
