package org.remitlake.ingest.proposal;

import static org.remitlake.ingest.proposal.CellShape.DATE;
import static org.remitlake.ingest.proposal.CellShape.DECIMAL;
import static org.remitlake.ingest.proposal.CellShape.FREE_TEXT;
import static org.remitlake.ingest.proposal.CellShape.HASH;
import static org.remitlake.ingest.proposal.CellShape.INTEGER;
import static org.remitlake.ingest.proposal.CellShape.OTHER_DATE;
import static org.remitlake.ingest.proposal.CellShape.PERSONAL;

import java.util.Map;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.Kind;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Words;

/** What the content of a column says of a field that it might give. */
enum Fit {
  /** The cells are what the field wants. */
  CONFIRMED,
  /** They may be; there are none, or words that nobody knows. */
  OPEN,
  /** They are something else. */
  REFUSED;

  private static final double MOST = 0.9;
  private static final double MANY = 0.8;
  private static final double HALF = 0.5;
  private static final double SOME = 0.2;
  private static final int ENOUGH_FOR_IDS = 20;

  /** Yes, no, and reasons why there is no answer. */
  private static final int MOST_ANSWERS = 6;

  /** What is known of words. */
  record Vocabulary(Words bare, Aliases aliases) {
    Vocabulary(Map<String, Map<String, String>> shared, Aliases aliases) {
      this(new Words(unspoken(), shared), aliases);
    }

    private static Profile unspoken() {
      return Profile.plain("", "", "*", "delimited", ",", "");
    }

    boolean knows(DeliveredField field, String word) {
      return bare.meaning(field, word).isPresent() || aliases.meaning(field, word).isPresent();
    }
  }

  static Fit of(DeliveredField field, ColumnEvidence column, Vocabulary vocabulary) {
    if (column.cells() == 0) {
      return OPEN;
    }
    return switch (field.kind()) {
      case MONEY, RATE, PERCENT, NUMBER -> by(column.share(INTEGER, DECIMAL));
      case INTEGER -> by(column.share(INTEGER));
      case DATE, INSTANT ->
          column.share(DATE) >= MOST
              ? CONFIRMED
              : column.share(DATE, OTHER_DATE) < HALF ? REFUSED : OPEN;
      case COUNTRY, CURRENCY -> words(field, column, vocabulary, MANY);
      case CODE -> field.codes().isEmpty() ? anyWords(column) : codes(field, column, vocabulary);
      case FLAG ->
          column.words().size() > MOST_ANSWERS ? REFUSED : words(field, column, vocabulary, MOST);
      case PERSON -> person(column);
      case TEXT -> text(field, column);
    };
  }

  private static Fit by(double share) {
    return share >= MOST ? CONFIRMED : share < HALF ? REFUSED : OPEN;
  }

  private static Fit anyWords(ColumnEvidence column) {
    boolean isOther = column.share(DATE, DECIMAL, HASH, PERSONAL, FREE_TEXT) > SOME;
    return column.hasFewWords() && !isOther ? OPEN : REFUSED;
  }

  private static Fit words(
      DeliveredField field, ColumnEvidence column, Vocabulary vocabulary, double enough) {
    boolean isKnown = column.shareOfWords(w -> vocabulary.knows(field, w)) >= enough;
    return isKnown ? CONFIRMED : anyWords(column);
  }

  private static Fit codes(DeliveredField field, ColumnEvidence column, Vocabulary vocabulary) {
    if (column.shareOfWords(w -> vocabulary.knows(field, w)) >= HALF) {
      return CONFIRMED;
    }
    DeliveredField country = DeliveredField.optional("", Kind.COUNTRY, "");
    DeliveredField currency = DeliveredField.optional("", Kind.CURRENCY, "");
    boolean isPlace =
        column.shareOfWords(
                w ->
                    !w.matches("\\d+")
                        && (vocabulary.knows(country, w) || vocabulary.knows(currency, w)))
            >= MANY;
    return isPlace ? REFUSED : anyWords(column);
  }

  private static Fit person(ColumnEvidence column) {
    if (column.share(HASH) >= MOST) {
      return CONFIRMED;
    }
    boolean isOther = column.share(PERSONAL, FREE_TEXT, DATE, OTHER_DATE, DECIMAL) > SOME;
    return isOther || (column.hasFewWords() && column.repeats()) ? REFUSED : OPEN;
  }

  private static Fit text(DeliveredField field, ColumnEvidence column) {
    boolean isOther = column.share(HASH, DATE, DECIMAL) > HALF;
    boolean isFree = column.share(PERSONAL, FREE_TEXT) > SOME;
    boolean isNoId =
        field.name().endsWith("transaction_id")
            && column.cells() >= ENOUGH_FOR_IDS
            && column.repetition() > MANY;
    return isOther || isFree || isNoId ? REFUSED : CONFIRMED;
  }

  /** What the cells are, in words and counts. */
  static String described(ColumnEvidence column) {
    if (column.cells() == 0) {
      return "all cells are empty";
    }
    CellShape most = CellShape.WORD;
    for (CellShape shape : CellShape.values()) {
      most = column.count(shape) > column.count(most) ? shape : most;
    }
    String what =
        switch (most) {
          case HASH -> "keyed hashes";
          case DATE -> "dates";
          case OTHER_DATE -> "dates in a layout that is not read";
          case INTEGER -> "whole numbers";
          case DECIMAL -> "numbers with decimals";
          case PERSONAL -> "names, phones, cards or documents";
          case FREE_TEXT -> "free text";
          case WORD ->
              column.hasFewWords()
                  ? "words, " + column.words().size() + " different"
                  : "words or ids";
        };
    return column.count(most) + " of " + column.cells() + " cells are " + what;
  }
}
