package org.remitlake.ingest.file;

/**
 * How the numbers of a file are written (rule F05), told from all its numeric cells together.
 * Ordered from plainest to hardest, for the reader's choice of expression.
 */
public enum NumberStyle {
  /** Digits with an optional decimal point. */
  PLAIN,
  /** Digits with an optional decimal comma. */
  COMMA,
  /** Decimal point, thousands set apart by commas, blanks or apostrophes. */
  POINT_GROUPED,
  /** Decimal comma, thousands set apart by points, blanks or apostrophes. */
  COMMA_GROUPED,
  /** The file contradicts itself: only cells that are clear alone are read. */
  MIXED;

  /** Counts the evidence, cell by cell. */
  public static final class Evidence {
    /** A file is consistent when one mark outnumbers the other so many times. */
    private static final long CLEAR_MAJORITY = 100;

    private long point;
    private long comma;
    private long ambiguousPoint;
    private long ambiguousComma;
    private long grouped;

    /** Takes one cell into account. */
    public void add(String cell) {
      int digits = 0;
      int points = 0;
      int commas = 0;
      int last = -1;
      int sinceLast = 0;
      boolean zeroStart = false;
      for (int i = 0; i < cell.length(); i++) {
        char c = cell.charAt(i);
        if (c >= '0' && c <= '9') {
          zeroStart |= digits == 0 && c == '0';
          digits++;
          sinceLast++;
        } else if (c == '.' || c == ',') {
          points += c == '.' ? 1 : 0;
          commas += c == ',' ? 1 : 0;
          last = c;
          sinceLast = 0;
        } else if (c != '-' && c != '+') {
          grouped++;
        }
      }
      if (points + commas > 0) {
        judge(points, commas, last, sinceLast, digits, zeroStart);
      }
    }

    private void judge(int points, int commas, int last, int after, int digits, boolean zeroStart) {
      boolean isPoint = last == '.';
      int ofLast = isPoint ? points : commas;
      int ofOther = isPoint ? commas : points;
      if (ofOther > 0) {
        grouped++;
        vote(isPoint, ofLast == 1);
      } else if (ofLast > 1) {
        // 1.234.567: the mark sets thousands apart, so the decimal mark is the other one.
        grouped++;
        vote(!isPoint, true);
      } else if (after != 3 || zeroStart || digits > 6) {
        vote(isPoint, true);
      } else {
        ambiguousPoint += isPoint ? 1 : 0;
        ambiguousComma += isPoint ? 0 : 1;
      }
    }

    private void vote(boolean isPoint, boolean clear) {
      point += clear && isPoint ? 1 : 0;
      comma += clear && !isPoint ? 1 : 0;
      ambiguousPoint += clear ? 0 : 1;
      ambiguousComma += clear ? 0 : 1;
    }

    /** The style that all cells together show; the declared mark decides where they do not. */
    public NumberStyle style(String declaredMark) {
      if (Math.min(point, comma) * CLEAR_MAJORITY > Math.max(point, comma)) {
        return MIXED;
      }
      boolean isComma = point == comma ? declaredMark.equals(",") : comma > point;
      if (isComma) {
        return grouped + ambiguousPoint + point > 0 ? COMMA_GROUPED : COMMA;
      }
      return grouped + ambiguousComma + comma > 0 ? POINT_GROUPED : PLAIN;
    }

    /** Whether the file's own cells prove a mark other than the declared one. */
    public boolean contradicts(String declaredMark) {
      return declaredMark.equals(",") ? point > comma : comma > point;
    }
  }
}
