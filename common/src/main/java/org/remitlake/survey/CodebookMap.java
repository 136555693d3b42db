package org.remitlake.survey;

import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;

import org.apache.spark.sql.types.DataTypes;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;

/**
 * {@code silver.codebook_map}: what each answer of a questionnaire became. With it a reader can
 * tell where questions of two surveys differ, which are not pooled.
 */
public final class CodebookMap {
  /** Stands for every answer that no other row names, and for the answer itself. */
  public static final String ANY = "*";

  /** Stands for delivered words that are no codes, and may be a person's. */
  public static final String TEXT = "(text)";

  public static final Field SURVEY =
      identifier("survey", DataTypes.StringType, "Code of the survey");
  public static final Field COUNTRY =
      identifier("country", DataTypes.StringType, "ISO 3166-1 alpha-3");
  public static final Field WAVE =
      identifier("wave", DataTypes.StringType, "Year of the wave, as delivered");
  public static final Field CONTRACT =
      identifier("contract", DataTypes.StringType, "household, member, prospective, …");
  public static final Field SOURCE_VAR =
      identifier(
          "source_var",
          DataTypes.StringType,
          "Column of the export; several names with | between them; (constant) where the profile"
              + " says it for all");
  public static final Field SOURCE_CODE =
      identifier(
          "source_code",
          DataTypes.StringType,
          "Delivered code; * any answer that no other row of the variable names, (text) words that"
              + " are no codes");
  public static final Field CANONICAL_VAR =
      identifier("canonical_var", DataTypes.StringType, "Column of silver");
  public static final Field CANONICAL_CODE =
      attribute(
          "canonical_code",
          DataTypes.StringType,
          "Its value there, or the reason why there is none: DK, REFUSED, NOT_APPLICABLE, SKIPPED;"
              + " * the answer itself; null where nobody mapped the code");
  public static final Field RULE_ID =
      attribute(
          "rule_id",
          DataTypes.StringType,
          "Rule that the code meets: S05, S06, S09 not mapped, S10 several answers; else null");
  public static final Field NOTE =
      attribute("note", DataTypes.StringType, "What the question means here, where surveys differ");

  /** The table. */
  public static final TableContract CONTRACT_OF =
      TableContract.table(
          "silver.codebook_map",
          "An answer of a survey's questionnaire, and what it became",
          SURVEY,
          SURVEY,
          COUNTRY,
          WAVE,
          CONTRACT,
          SOURCE_VAR,
          SOURCE_CODE,
          CANONICAL_VAR,
          CANONICAL_CODE,
          RULE_ID,
          NOTE);

  private CodebookMap() {}
}
