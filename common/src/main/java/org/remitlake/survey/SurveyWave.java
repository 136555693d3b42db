package org.remitlake.survey;

import java.io.Serializable;
import java.util.Comparator;
import org.apache.spark.sql.types.DataTypes;
import org.remitlake.contract.Field;

/**
 * A survey in a year: the slice of survey tables.
 *
 * @param survey code of the survey
 * @param wave year
 */
public record SurveyWave(String survey, int wave) implements Comparable<SurveyWave>, Serializable {
  /** The column of the slice. */
  public static final Field SURVEY_WAVE =
      Field.attribute("survey_wave", DataTypes.StringType, "Survey and wave, as TJ_HH-2020");

  private static final Comparator<SurveyWave> ORDER =
      Comparator.comparing(SurveyWave::survey).thenComparing(SurveyWave::wave);

  /** Reads a slice. */
  public static SurveyWave parse(String slice) {
    int at = slice.lastIndexOf('-');
    return new SurveyWave(slice.substring(0, at), Integer.parseInt(slice.substring(at + 1)));
  }

  /** Whether a period is the year of a wave. */
  public static boolean isYear(String period) {
    return period.matches("\\d{4}");
  }

  @Override
  public int compareTo(SurveyWave other) {
    return ORDER.compare(this, other);
  }

  /** The slice. */
  @Override
  public String toString() {
    return survey + "-" + wave;
  }
}
