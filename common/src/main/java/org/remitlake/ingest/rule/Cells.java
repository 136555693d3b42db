package org.remitlake.ingest.rule;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map_from_arrays;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.timestamp_millis;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.remitlake.contract.DeliveredField;
import org.remitlake.ingest.file.DateLayout;
import org.remitlake.ingest.file.NumberStyle;

/**
 * How the text of a cell becomes a value, as columns. What differs between files (number style,
 * date layout, zone, words) comes from the file's facts, so one plan reads the files of all
 * partners; branches that no file of the batch needs are left out.
 */
final class Cells {
  private static final String THOUSANDS = "[ \\u00A0\\u202F'\\u2019%s]";
  private static final String GROUPED = "^[-+]?(\\d{1,3}(" + THOUSANDS + "\\d{3})+|\\d+)(%s\\d+)?$";

  private static final String[] MONTHS = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
  };

  private static final int DAYS_TO_1970 = 25_569;
  private static final int DAY_MILLIS = 86_400_000;

  private final FileFacts facts;

  Cells(FileFacts facts) {
    this.facts = facts;
  }

  /** The typed value of a field; null where the text is empty or cannot be read. */
  Column value(DeliveredField field, Column text) {
    DataType type = field.kind().type();
    return switch (field.kind()) {
      case TEXT -> facts.ofProfiles().restored(field, text);
      case PERSON -> text;
      case CODE -> field.codes().isEmpty() ? text : meaning(field, text);
      case COUNTRY, CURRENCY -> meaning(field, text);
      case FLAG -> meaning(field, text).try_cast(type);
      case MONEY, RATE, PERCENT, NUMBER, INTEGER ->
          byFact(FileFacts.NUMBERS, facts.numberStyles(), style -> number(style, text))
              .try_cast(type);
      case DATE -> date(iso(field, text)).try_cast(type);
      case INSTANT -> instant(iso(field, text));
    };
  }

  private Column meaning(DeliveredField field, Column text) {
    return facts.ofProfiles().meaning(field, text);
  }

  /** What is right for the row's file, whose fact is a place among those of the batch. */
  private static <E> Column byFact(String fact, List<E> present, Function<E, Column> branch) {
    Column chosen = null;
    for (int place = 0; place < present.size(); place++) {
      Column value = branch.apply(present.get(place));
      if (present.size() == 1) {
        return value;
      }
      Column isIt = col(fact).equalTo(place);
      chosen = chosen == null ? when(isIt, value) : chosen.when(isIt, value);
    }
    return chosen == null ? lit(null).cast("string") : chosen;
  }

  private static Column number(NumberStyle style, Column text) {
    return switch (style) {
      case PLAIN -> text;
      case COMMA -> replace(text, lit(","), lit("."));
      case POINT_GROUPED -> grouped(text, ",", "\\.");
      case COMMA_GROUPED -> replace(grouped(text, ".", ","), lit(","), lit("."));
      case MIXED -> clearAlone(text);
    };
  }

  /** Thousands taken out where they are groups of three; null where they are not. */
  private static Column grouped(Column text, String thousands, String mark) {
    String pattern = GROUPED.formatted(thousands, mark);
    return when(text.rlike(pattern), translate(text, " \u00A0\u202F'\u2019" + thousands, ""));
  }

  /** A number that needs no other cell to be understood: 1234,56 or 0.134, but not 1,234. */
  private static Column clearAlone(Column text) {
    String clear = "^[-+]?(0?|[1-9]\\d{3,})[.,]\\d+$|^[-+]?\\d+([.,](\\d{1,2}|\\d{4,}))?$";
    return when(text.rlike(clear), replace(text, lit(","), lit(".")));
  }

  private Column iso(DeliveredField field, Column text) {
    Column written =
        byFact(FileFacts.DATE_LAYOUT, facts.dateLayouts(), layout -> iso(layout, text));
    return facts.hasSerials(field)
        ? when(array_contains(col(FileFacts.SERIALS), field.name()), isoOfSerial(text))
            .otherwise(written)
        : written;
  }

  /** A day's serial number, its fraction the time, to the millisecond. */
  private static Column isoOfSerial(Column text) {
    Column days = replace(text, lit(","), lit(".")).try_cast("decimal(20,10)");
    Column millis =
        days.plus(col(FileFacts.DAYS_OFF)).minus(lit(DAYS_TO_1970)).multiply(lit(DAY_MILLIS));
    return date_format(
        timestamp_millis(round(millis).try_cast("bigint")), "yyyy-MM-dd HH:mm:ss.SSS");
  }

  private static Column iso(DateLayout layout, Column text) {
    return switch (layout) {
      case ISO -> text;
      case DMY_DOTS, DMY_SLASH -> rearranged(text, 4, 1);
      case MDY_SLASH -> rearranged(text, 1, 4);
      case DMY_MONTH -> when(substring(text, 5, 1).equalTo("-"), text).otherwise(ofMonth(text));
      case MIXED_SLASH ->
          when(substring(text, 1, 2).gt("12"), rearranged(text, 4, 1))
              .when(substring(text, 4, 2).gt("12"), rearranged(text, 1, 4))
              .when(substring(text, 1, 2).equalTo(substring(text, 4, 2)), rearranged(text, 4, 1));
    };
  }

  private static Column ofMonth(Column text) {
    String[] numbers = new String[MONTHS.length];
    Arrays.setAll(numbers, i -> String.format(Locale.ROOT, "%02d", i + 1));
    Column month =
        try_element_at(map_from_arrays(lit(MONTHS), lit(numbers)), lower(substring(text, 4, 3)));
    return concat(
        substring(text, 8, 4),
        lit("-"),
        month,
        lit("-"),
        substring(text, 1, 2),
        text.substr(lit(12), length(text)));
  }

  private static Column rearranged(Column text, int month, int day) {
    Column dash = lit("-");
    return concat(
        substring(text, 7, 4),
        dash,
        substring(text, month, 2),
        dash,
        substring(text, day, 2),
        text.substr(lit(11), length(text)));
  }

  /** The day of a date, or of a date with a time behind it; not of other text that begins so. */
  private static Column date(Column iso) {
    Column ends = length(iso).equalTo(10).or(substring(iso, 11, 1).isin("T", " "));
    return when(ends, substring(iso, 1, 10));
  }

  private Column instant(Column iso) {
    // Spark would also take a year alone, and a time alone as today's.
    Column isWhole =
        substring(iso, 5, 1)
            .equalTo("-")
            .and(substring(iso, 8, 1).equalTo("-"))
            .and(length(iso).geq(10));
    // Spark reads a zone only behind seconds.
    Column zonedMinutes = substring(iso, 17, 1).isin("+", "-", "Z");
    Column full =
        when(
                zonedMinutes,
                concat(substring(iso, 1, 16), lit(":00"), iso.substr(lit(17), length(iso))))
            .otherwise(iso);
    Column read = when(isWhole, full.try_cast("timestamp"));
    Column inZone = byFact(FileFacts.ZONE, facts.zones(), zone -> to_utc_timestamp(read, zone));
    return when(hasZone(iso), read).otherwise(inZone);
  }

  /**
   * Whether a time says its zone: 2020-01-31T10:00+03:00, +0300 or Z. Then the session's (UTC) and
   * the file's do not count.
   */
  static Column hasZone(Column text) {
    return length(text)
        .gt(16)
        .and(
            functions
                .right(text, lit(1))
                .equalTo("Z")
                .or(substring(text, -6, 1).isin("+", "-"))
                .or(substring(text, -5, 1).isin("+", "-")));
  }
}
