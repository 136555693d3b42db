package org.remitlake.microdata;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.Kind;

/**
 * A column that leaves.
 *
 * @param name its name there
 * @param field the delivered field that it is made of
 * @param handling what is done with it
 */
record Variable(String name, DeliveredField field, Handling handling) {
  private static final String OTHER = "OTHER";

  /** Major groups of ISCO-08. */
  private static final List<String> MAJOR_GROUPS =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

  /** The column that a delivered field becomes. */
  static Variable of(DeliveredField field, Handling handling) {
    String name = field.name();
    String own =
        switch (handling.as()) {
          case KEY -> name.replaceFirst("_(id|no)$", "") + "_key";
          case GROUP -> name + "_major";
          case QUARTER -> name.replaceFirst("_on$", "") + "_quarter";
          default -> name;
        };
    return new Variable(handling.name().isEmpty() ? own : handling.name(), field, handling);
  }

  Treatment as() {
    return handling.as();
  }

  /** Name of the delivered field, and of the column in silver. */
  String source() {
    return field.name();
  }

  DataType type() {
    return as().type(field.kind());
  }

  /** Whether it may help to single somebody out. */
  boolean singlesOut() {
    return handling.yields() >= 0;
  }

  /** Whether single answers may be withheld so that nobody stands out. */
  boolean givesWay() {
    return handling.yields() > 0;
  }

  /** Whether its values are codes, which have labels. */
  boolean isCoded() {
    return as() == Treatment.AREA
        || as() == Treatment.BAND
        || as() == Treatment.CATEGORY
        || as() == Treatment.GROUP
        || as() == Treatment.QUARTER;
  }

  /** Whether codes that few have may be pooled under OTHER: of two codes, the rest is the other. */
  boolean takesOther() {
    return codes().contains(OTHER) || codes().size() > 2;
  }

  /** Whether its codes are of a list of the world's, of which a survey has few. */
  boolean isOpenList() {
    return field.kind() == Kind.COUNTRY || field.kind() == Kind.CURRENCY;
  }

  /** Codes of the code list that may leave, in its order. */
  List<String> codes() {
    if (as() == Treatment.GROUP) {
      return MAJOR_GROUPS;
    }
    return field.codes().stream().filter(c -> !c.equals(handling.unknown())).toList();
  }
}
