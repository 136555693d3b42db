package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.Association.Project;
import org.remitlake.synthetic.PilotStudy.Cluster;
import org.remitlake.time.Quarter;

/** What the programmes report of themselves: costs, and the register of migrants' associations. */
final class ProgrammeDelivery implements Delivery {
  private static final long TAG = "programme".hashCode();
  private static final String[] LINES = {
    "Staff", "Training", "Marketing", "Systems", "Grants", "Evaluation"
  };
  private static final double[] DOLLARS = {5_000, 1_500, 900, 1_200, 2_500, 2_000};

  /** By list, by estimate, all who live there. */
  private static final Map<String, String> METHODS =
      Map.of("LIST", "рӯйхат", "ESTIMATE", "тахмин", "CATCHMENT", "аҳолии маҳал");

  private static final List<String> ASSOCIATION =
      List.of(
          "assoc_id=Ташкилот",
          "cluster_id=Кластер",
          "period=Семоҳа",
          "members=Аъзо",
          "women=Занон",
          "paying_members_12m=Аъзои пардохткунанда",
          "contributions_members=Саҳми аъзо",
          "contributions_diaspora=Саҳми муҳоҷирон",
          "contributions_partner=Саҳми лоиҳа",
          "contributions_public=Саҳми давлат",
          "overheads=Хароҷоти идорӣ",
          "outflows=Ҳамаи хароҷот",
          "projects_due=Лоиҳаҳо",
          "projects_completed=Лоиҳаҳои анҷомёфта",
          "has_rules=Оиннома",
          "has_elected_board=Раёсат",
          "has_published_accounts=Ҳисобот",
          "has_audit=Аудит",
          "has_woman_on_board=Зан дар раёсат",
          "founded_on=Санаи таъсис",
          "pledged=Ваъдашуда",
          "in_kind_value=Кӯмаки молӣ",
          "has_meeting_12m=Маҷлиси протоколӣ",
          "has_accounts_12m=Баҳисобгирӣ");
  private static final List<String> PROJECT =
      List.of(
          "assoc_id=Ташкилот",
          "project_code=Лоиҳа",
          "due_on=Мӯҳлат",
          "accepted_on=Қабул шуд",
          "beneficiaries=Баҳрабардорон",
          "beneficiaries_method=Усули ҳисоб");

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    Request request = population.request();
    return List.of(
        () -> costs(population, PilotCalendar.of(request)).save(folder),
        () -> associations(request, PilotCalendar.of(request), folder));
  }

  private static List<Quarter> quarters(PilotCalendar calendar) {
    return Quarter.range(calendar.baseline(), Quarter.of(calendar.asFar().minusDays(1)));
  }

  private static Grid costs(Population population, PilotCalendar calendar) {
    Request request = population.request();
    List<String> columns =
        List.of(
            "booking_id=Voucher",
            "pilot_code=Project",
            "booked_on=Date",
            "category=Budget line",
            "amount=Amount",
            "currency=Currency");
    Grid grid = new Grid("cost_PROGRAMME_v01.csv", "cost", "PROGRAMME", ';', "booking_id", columns);
    for (Pilot pilot : Pilot.values()) {
      for (Quarter quarter : quarters(calendar)) {
        Draw draw = Draw.of(Draw.key(request.seed(), TAG, quarter.firstDay().toEpochDay()));
        for (int line = 0; line < LINES.length; line++) {
          if (line == 0 || draw.chance(0.6)) {
            booking(grid, population.fx(), pilot, quarter, line, draw);
          }
        }
      }
    }
    return spoilt(request, grid, "amount", "category");
  }

  /** The first lines are paid at home, the others in dollars. */
  private static void booking(
      Grid grid, FxBook fx, Pilot pilot, Quarter quarter, int line, Draw draw) {
    LocalDate day = quarter.firstDay().plusDays(draw.below(90));
    Currency currency = line < 3 ? pilot.country().currency() : Currency.USD;
    double rate = fx.perDollar(currency, FxPath.index(day));
    Text amount = new Text(16);
    double cost = draw.logNormal(DOLLARS[line] / pilot.number(), 0.3) * rate;
    Digits.decimal(amount, Math.round(cost * 100), 2, ',');
    Text id = new Text(8).append('V');
    Digits.padded(id, grid.size() + 1, 4);
    grid.row(
        id.toString(),
        pilot.name(),
        FxDelivery.dots(new Text(), day).toString(),
        LINES[line],
        amount.toString(),
        currency.name());
  }

  private static Grid spoilt(Request request, Grid grid, String number, String mandatory) {
    long key = Draw.key(request.seed(), TAG, grid.contract().hashCode());
    new Blemishes(request, grid, key, row -> true).unreadable(number).empty(mandatory);
    return grid;
  }

  private static Report associations(Request request, PilotCalendar calendar, Path folder)
      throws IOException {
    Pilot pilot = Pilot.PT_TJ_01;
    Grid grid =
        new Grid(
            "association_" + pilot + "_v01.csv",
            "association",
            pilot.name(),
            ';',
            "assoc_id",
            ASSOCIATION);
    List<Project> projects = new ArrayList<>();
    for (Cluster cluster : PilotStudy.of(request.seed(), pilot).clusters()) {
      Association association = new Association(request.seed(), cluster);
      association.report(grid, quarters(calendar));
      projects.addAll(association.projects());
    }
    List<Report> reports = new ArrayList<>();
    reports.add(spoilt(request, grid, "members", "members").save(folder));
    if (!projects.isEmpty()) {
      Grid carried = projects(shared(projects));
      reports.add(spoilt(request, carried, "beneficiaries", "due_on").save(folder));
    }
    return Report.of(reports);
  }

  /** The first two that different associations completed in a quarter are one project of both. */
  private static List<Project> shared(List<Project> all) {
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Project one = all.get(i);
        Project other = all.get(j);
        boolean isTogether = Quarter.of(one.due()).equals(Quarter.of(other.due()));
        if (isTogether && one.accepted() != null && other.accepted() != null) {
          List<Project> shared = new ArrayList<>(all);
          shared.set(j, one.by(other.association()));
          return shared;
        }
      }
    }
    return all;
  }

  private static Grid projects(List<Project> projects) {
    String pilot = Pilot.PT_TJ_01.name();
    String file = "association_project_" + pilot + "_v01.csv";
    Grid grid = new Grid(file, "association_project", pilot, ';', "project_code", PROJECT);
    for (Project project : projects) {
      boolean isComplete = project.accepted() != null;
      grid.row(
          project.association(),
          project.code(),
          FxDelivery.dots(new Text(), project.due()).toString(),
          isComplete ? FxDelivery.dots(new Text(), project.accepted()).toString() : "",
          isComplete ? Integer.toString(project.beneficiaries()) : "",
          isComplete ? METHODS.get(project.method()) : "");
    }
    return grid;
  }
}
