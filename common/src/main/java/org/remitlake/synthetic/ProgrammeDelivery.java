package org.remitlake.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.remitlake.synthetic.PilotStudy.Cluster;
import org.remitlake.time.Quarter;

/** What the programmes report of themselves: costs, and the register of migrants' associations. */
final class ProgrammeDelivery implements Delivery {
  private static final long TAG = "programme".hashCode();

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    Request request = population.request();
    return List.of(
        () -> costs(population, PilotCalendar.of(request)).save(folder),
        () -> associations(request, PilotCalendar.of(request)).save(folder));
  }

  private static List<Quarter> quarters(PilotCalendar calendar) {
    return Quarter.range(calendar.baseline(), Quarter.of(calendar.asFar().minusDays(1)));
  }

  private static Grid costs(Population population, PilotCalendar calendar) throws IOException {
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
    String[] lines = {"Staff", "Training", "Marketing", "Systems", "Grants", "Evaluation"};
    double[] dollars = {5_000, 1_500, 900, 1_200, 2_500, 2_000};
    for (Pilot pilot : Pilot.values()) {
      for (Quarter quarter : quarters(calendar)) {
        Draw draw = Draw.of(Draw.key(request.seed(), TAG, quarter.firstDay().toEpochDay()));
        for (int line = 0; line < lines.length; line++) {
          if (line > 0 && !draw.chance(0.6)) {
            continue;
          }
          LocalDate day = quarter.firstDay().plusDays(draw.below(90));
          boolean local = line < 3;
          Currency currency = local ? pilot.country().currency() : Currency.USD;
          double rate = local ? population.fx().perDollar(currency, FxPath.index(day)) : 1;
          Text amount = new Text(16);
          double cost = draw.logNormal(dollars[line] / pilot.number(), 0.3) * rate;
          Digits.decimal(amount, Math.round(cost * 100), 2, ',');
          Text id = new Text(8).append('V');
          Digits.padded(id, grid.size() + 1, 4);
          grid.row(
              id.toString(),
              pilot.name(),
              FxDelivery.dots(new Text(), day).toString(),
              lines[line],
              amount.toString(),
              currency.name());
        }
      }
    }
    return spoilt(request, grid, "amount", "category");
  }

  private static Grid spoilt(Request request, Grid grid, String number, String mandatory) {
    long key = Draw.key(request.seed(), TAG, grid.contract().hashCode());
    new Blemishes(request, grid, key, row -> true).unreadable(number).empty(mandatory);
    return grid;
  }

  private static Grid associations(Request request, PilotCalendar calendar) throws IOException {
    Pilot pilot = Pilot.PT_TJ_01;
    List<String> columns =
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
            "has_woman_on_board=Зан дар раёсат");
    Grid grid =
        new Grid(
            "association_" + pilot + "_v01.csv",
            "association",
            pilot.name(),
            ';',
            "assoc_id",
            columns);
    for (Cluster cluster : PilotStudy.of(request.seed(), pilot).clusters()) {
      new Association(request.seed(), cluster).report(grid, quarters(calendar));
    }
    return spoilt(request, grid, "members", "members");
  }
}
