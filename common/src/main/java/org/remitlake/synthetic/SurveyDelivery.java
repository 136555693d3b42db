package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.Planted.Outcome;

/** The countries' household surveys: a file of households and one of members, every wave. */
final class SurveyDelivery implements Delivery {
  private static final long TAG = "survey flaws".hashCode();

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    List<Callable<Report>> pieces = new ArrayList<>();
    for (Country country : Country.values()) {
      for (SurveyWave wave : SurveyWave.of(population.request())) {
        pieces.add(() -> write(population, country, wave, folder));
      }
    }
    return pieces;
  }

  private static Report write(Population population, Country country, SurveyWave wave, Path folder)
      throws IOException {
    Request request = population.request();
    List<Household> households = new HouseholdModel(population, country, wave).households();
    Questionnaire questionnaire = Questionnaire.of(country, request.seed());
    String survey = country.householdSurvey();
    long key = Draw.key(request.seed(), TAG, country.number() * 2L + wave.index());
    Grid visits = questionnaire.households(survey, wave.year(), households);
    spoilHouseholds(request, visits, households, Draw.key(key, 1));
    Grid members = questionnaire.members(survey, wave.year(), households);
    new Blemishes(request, members, Draw.key(key, 2), row -> true)
        .wider()
        .empty("sex")
        .unreadable("age")
        .unmapped("sex", "3", Outcome.QUARANTINE)
        .unmapped("is_head", "9", Outcome.FLAG);
    return Report.of(List.of(visits.save(folder), members.save(folder)));
  }

  /** Only rows without an interview are lost, so that no roster loses its household. */
  static void spoilHouseholds(Request request, Grid grid, List<Household> households, long key) {
    new Blemishes(request, grid, Draw.key(key, 1), row -> !households.get(row).visit().opened())
        .wider()
        .empty("stratum")
        .unreadable("weight_hh")
        .unmapped("result_code", "9", Outcome.QUARANTINE);
    new Blemishes(request, grid, Draw.key(key, 2), row -> !grid.cell(row, "last_channel").isEmpty())
        .unmapped("last_channel", "77", Outcome.FLAG);
  }
}
