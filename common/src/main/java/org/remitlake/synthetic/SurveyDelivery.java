package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.Planted.Outcome;

/**
 * The countries' household surveys: a file of households, one of members and one of migrants, every
 * wave.
 */
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
    MigrantModel model = new MigrantModel(population, country, wave);
    List<List<Map<String, String>>> migrants = households.stream().map(model::of).toList();
    Grid visits = questionnaire.households(survey, wave.year(), households);
    Receipts receipts = new Receipts(request, country, wave);
    extend(visits, Forms.household(country), households.stream().map(receipts::of).toList());
    spoilHouseholds(request, visits, households, Draw.key(key, 1));
    Grid members = questionnaire.members(survey, wave.year(), households);
    extend(members, Forms.member(country), adults(request, country, wave, households, migrants));
    new Blemishes(request, members, Draw.key(key, 2), row -> true)
        .wider()
        .empty("sex")
        .unreadable("age")
        .unmapped("sex", "3", Outcome.QUARANTINE)
        .unmapped("is_head", "9", Outcome.FLAG);
    Grid abroad = questionnaire.migrants(survey, wave.year(), households, migrants);
    new Blemishes(request, abroad, Draw.key(key, 3), row -> true)
        .wider()
        .empty("sex")
        .unreadable("age")
        .unmapped("sex", "3", Outcome.QUARANTINE)
        .unmapped("reason_return", "77", Outcome.FLAG)
        .replace("S02", "hh_id", "0", Outcome.QUARANTINE, "a household that is in no file");
    return Report.of(List.of(visits.save(folder), members.save(folder), abroad.save(folder)));
  }

  private static List<Map<String, String>> adults(
      Request request,
      Country country,
      SurveyWave wave,
      List<Household> households,
      List<List<Map<String, String>>> migrants) {
    Adults adults = new Adults(request, country, wave);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < households.size(); i++) {
      for (Member member : households.get(i).members()) {
        rows.add(adults.of(households.get(i), member, migrants.get(i)));
      }
    }
    return rows;
  }

  private static void extend(Grid grid, Form form, List<Map<String, String>> answers) {
    grid.extend(form.columns(), answers.stream().map(row -> form.cells(grid, row)).toList());
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
