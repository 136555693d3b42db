package org.remitlake.ingest.rule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;

/**
 * Ids and codes that cannot be any: too long, or with a zero character (rule M03). Codes name
 * folders of the lake, and no file system has a name for a text of any length: one such row would
 * end every run.
 */
public final class LongNames {
  static final String RULE = "M03";

  /** Characters (catalogue 9.1), and bytes, that leave room for those that a path must escape. */
  private static final int MOST_CHARACTERS = 64;

  private static final int MOST_BYTES = 192;

  /** Of all characters, the only one that no path can escape. */
  private static final String ZERO = "\0";

  private static final Pattern NAME = Pattern.compile("(.*_)?(id|code)|survey|period|source");

  private LongNames() {}

  /** For each id and code that a row must have, its name where the text is too long. */
  static List<Column> of(DeliveryContract contract, FileFacts facts) {
    return contract.fields().stream()
        .filter(f -> f.kind() == Kind.TEXT && f.mandatory() && facts.has(f))
        .filter(f -> NAME.matcher(f.name()).matches())
        .map(LongNames::tooLong)
        .toList();
  }

  private static Column tooLong(DeliveredField field) {
    return when(isNone(Judgement.delivered(field)), lit(field.name()));
  }

  /** Whether a text can be no id or code; false where there is none. */
  public static Column isNone(Column text) {
    return coalesce(
        length(text)
            .gt(MOST_CHARACTERS)
            .or(octet_length(text).gt(MOST_BYTES))
            .or(text.contains(ZERO)),
        lit(false));
  }
}
