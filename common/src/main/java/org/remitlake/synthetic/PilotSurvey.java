package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.PilotStudy.Outcomes;
import org.remitlake.synthetic.PilotStudy.Subject;

/** The pilots' units, interviewed before and after with the questionnaires of their countries. */
final class PilotSurvey implements Delivery {
  private static final long TAG = "pilot survey".hashCode();
  private static final long ONE = 100;

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    List<Callable<Report>> pieces = new ArrayList<>();
    PilotCalendar calendar = PilotCalendar.of(population.request());
    for (Pilot pilot : Pilot.values()) {
      pieces.add(() -> write(population, pilot, new SurveyWave(0, calendar.baseline()), folder));
      if (calendar.ended()) {
        pieces.add(() -> write(population, pilot, new SurveyWave(1, calendar.endline()), folder));
      }
    }
    return pieces;
  }

  private static Report write(Population population, Pilot pilot, SurveyWave wave, Path folder)
      throws IOException {
    Request request = population.request();
    Interview interview = new Interview(population.fx(), pilot.country());
    List<Household> households = new ArrayList<>();
    for (Subject subject : PilotStudy.of(request.seed(), pilot).subjects()) {
      households.add(household(interview, pilot, wave, subject));
    }
    Questionnaire questionnaire = Questionnaire.of(pilot.country(), request.seed());
    Grid grid = questionnaire.households(pilot.name(), wave.year(), households);
    long key = Draw.key(request.seed(), TAG, 2L * pilot.number() + wave.index());
    SurveyDelivery.spoilHouseholds(request, grid, households, key);
    return grid.save(folder);
  }

  private static Household household(
      Interview interview, Pilot pilot, SurveyWave wave, Subject subject) {
    Draw draw = Draw.of(Draw.key(subject.key(), TAG, wave.index()));
    Outcomes outcomes = wave.index() == 0 ? subject.baseline() : subject.endline();
    PilotStudy.Cluster cluster = subject.cluster();
    int missing = draw.chance(0.4) ? Visit.REFUSED : Visit.NO_CONTACT;
    Visit visit =
        new Visit(
            (2 + 2 * pilot.number() + wave.index()) * Uids.SURVEY + subject.number(),
            hhId(subject),
            cluster.block(),
            cluster.id(),
            cluster.region(),
            cluster.urban() ? 2 : 3,
            wave.day(draw),
            300 + subject.number() / 5_000,
            outcomes == null ? missing : Visit.COMPLETE,
            outcomes == null ? 0 : ONE);
    if (outcomes == null) {
      return new Household(visit, null, List.of());
    }
    Told told =
        interview.answers(
            draw,
            visit.day(),
            outcomes.size(),
            outcomes.income12m(),
            outcomes.consumptionMonth(),
            outcomes.remitReceived(),
            outcomes.bankSaving());
    return new Household(visit, told, List.of());
  }

  /** The household's name in registry and survey. */
  static String hhId(Subject subject) {
    return "H" + subject.number();
  }
}
