package org.remitlake.ingest.file;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the dates of a file are written (rule F10), told from all its cells of dates together.
 *
 * @param layout of dates that are text
 * @param serials fields whose cells are all serial numbers of days, as a worksheet keeps dates
 * @param system year that serial numbers count from: 1900 or 1904
 */
public record DateStyle(DateLayout layout, List<String> serials, int system)
    implements Serializable {

  /** Days from the start of the system of 1900 to that of 1904. */
  public static final int DAYS_TO_1904 = 1462;

  /** Copies the fields. */
  public DateStyle {
    serials = List.copyOf(serials);
  }

  /** What the profile says, where the file was not asked. */
  static DateStyle declared(DateLayout layout) {
    return new DateStyle(layout, List.of(), 1900);
  }

  /** Counts the evidence, cell by cell. */
  static final class Evidence {
    private static final Pattern SLASHES = Pattern.compile("(\\d{2})/(\\d{2})/\\d{4}.*");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:[.,]\\d+)?");
    private static final int LAST_MONTH = 12;

    /** Few slips do not make all other dates of a file doubtful. */
    private static final long CLEAR_MAJORITY = 100;

    /** 1 January 1970 and 8 April 2064: numbers beyond are no dates of remittances. */
    private static final int FIRST_SERIAL = 25_569;

    private static final int LAST_SERIAL = 60_000;

    private final int system;
    private final Map<String, long[]> serials = new TreeMap<>();
    private long dayFirst;
    private long monthFirst;
    private long iso;

    Evidence(int system) {
      this.system = system;
    }

    void add(String field, String cell) {
      long[] ofCells = serials.computeIfAbsent(field, f -> new long[2]);
      ofCells[0]++;
      ofCells[1] += isSerial(cell) ? 1 : 0;
      iso += cell.length() > 4 && cell.charAt(4) == '-' ? 1 : 0;
      // Most cells are neither: a look at one character is cheaper than a pattern.
      if (cell.length() < 3 || cell.charAt(2) != '/') {
        return;
      }
      Matcher slashes = SLASHES.matcher(cell);
      if (slashes.matches()) {
        int first = Integer.parseInt(slashes.group(1));
        int second = Integer.parseInt(slashes.group(2));
        dayFirst += first > LAST_MONTH && second <= LAST_MONTH ? 1 : 0;
        monthFirst += second > LAST_MONTH && first <= LAST_MONTH ? 1 : 0;
      }
    }

    private boolean isSerial(String cell) {
      if (cell.length() < 5 || cell.charAt(4) < '0' || cell.charAt(4) > '9') {
        return false;
      }
      Matcher serial = SERIAL.matcher(cell);
      if (!serial.matches()) {
        return false;
      }
      int day = Integer.parseInt(serial.group(1)) + (system == 1904 ? DAYS_TO_1904 : 0);
      return day >= FIRST_SERIAL && day <= LAST_SERIAL;
    }

    /** The layout that days above 12 prove; the declared one where they prove none. */
    private DateLayout layout(DateLayout declared) {
      boolean bySlashes = declared == DateLayout.DMY_SLASH || declared == DateLayout.MDY_SLASH;
      boolean open = bySlashes || (declared == DateLayout.ISO && iso == 0);
      if (!open || dayFirst + monthFirst == 0) {
        return declared;
      }
      if (Math.min(dayFirst, monthFirst) * CLEAR_MAJORITY > Math.max(dayFirst, monthFirst)) {
        return DateLayout.MIXED_SLASH;
      }
      return dayFirst > monthFirst ? DateLayout.DMY_SLASH : DateLayout.MDY_SLASH;
    }

    DateStyle style(DateLayout declared, boolean isFixed) {
      List<String> whole =
          serials.entrySet().stream()
              .filter(e -> e.getValue()[0] == e.getValue()[1])
              .map(Map.Entry::getKey)
              .toList();
      return new DateStyle(isFixed ? declared : layout(declared), whole, system);
    }
  }
}
