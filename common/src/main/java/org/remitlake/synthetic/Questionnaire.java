package org.remitlake.synthetic;

import java.util.List;
import java.util.Map;

/** A questionnaire and its code book: how the answers of households become files. */
interface Questionnaire {
  /** One row a visit. */
  Grid households(String survey, int year, List<Household> households);

  /** One row a person. */
  Grid members(String survey, int year, List<Household> households);

  /**
   * One row a migrant.
   *
   * @param migrants of each household, field to the contract's word
   */
  Grid migrants(
      String survey,
      int year,
      List<Household> households,
      List<List<Map<String, String>>> migrants);

  static Questionnaire of(Country country, long seed) {
    return country == Country.TJK ? new Kobo(seed) : new Suso(seed);
  }

  /** Hundredths, written as short as can be; nothing where nothing is represented. */
  static String weight(long hundredths) {
    Text text = new Text(16);
    if (hundredths > 0 && hundredths % 100 == 0) {
      text.append(hundredths / 100);
    } else if (hundredths > 0) {
      Digits.decimal(text, hundredths, 2, '.');
    }
    return text.toString();
  }
}
