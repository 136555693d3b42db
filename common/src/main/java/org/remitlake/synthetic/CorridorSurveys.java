package org.remitlake.synthetic;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Small surveys of one wave: persons who may migrate, employers of migrants, recruiters. */
final class CorridorSurveys implements Delivery {
  private static final long TAG = "corridor survey".hashCode();
  private static final int PLACES = 30;
  private static final int PER_PLACE = 4;
  private static final int EMPLOYERS = 40;
  private static final int AGENTS = 24;
  private static final int FIELDWORK_DAYS = 60;
  static final double WANTS_CHEAPER = 0.60;
  static final double WANTS_INSURANCE = 0.25;
  static final double WANTS_PENSION = 0.18;
  static final double LICENSED = 0.35;

  private static final String[] SECTORS = {"A", "C", "F", "G", "H", "I"};
  private static final String[] SIZES = {"1-9", "10-49", "50+"};

  @Override
  public List<Callable<Report>> pieces(Population population, Path folder) {
    List<Callable<Report>> pieces = new ArrayList<>();
    for (Country country : Country.values()) {
      pieces.add(() -> new Round(population, country).write(folder));
    }
    return pieces;
  }

  /** One country's. */
  private static final class Round {
    private final Request request;
    private final Country country;
    private final SurveyWave wave;
    private final double perDollar;
    private final Draw draw;
    private final String no;

    private Round(Population population, Country country) {
      this.request = population.request();
      this.country = country;
      List<SurveyWave> waves = SurveyWave.of(request);
      this.wave = waves.get(waves.size() - 1);
      int day = FxPath.index(wave.quarter().firstDay());
      this.perDollar = population.fx().perDollar(country.currency(), day);
      this.draw = Draw.of(Draw.key(request.seed(), TAG, country.number()));
      this.no = country == Country.TJK ? "2" : "0";
    }

    private Report write(Path folder) throws java.io.IOException {
      return Report.of(
          List.of(prospective().save(folder), employers().save(folder), recruiters().save(folder)));
    }

    private Grid grid(String contract, String key, List<String> columns) {
      boolean kobo = country == Country.TJK;
      String survey = country.prefix() + "_CORR";
      String name =
          "survey_" + survey + "_" + wave.year() + "_" + contract + (kobo ? ".csv" : ".tab");
      return new Grid(name, contract, survey, kobo ? ';' : '\t', key, columns);
    }

    private Grid prospective() {
      Grid grid =
          grid(
              "prospective",
              "respondent_id",
              Text.words(
                  "respondent_id=id wave=wave stratum=stratum psu=psu weight_person=w_ind"
                      + " sex=p01 age=p02 intends_12m=p05 is_prepared=p06 wants_account=p11"
                      + " wants_goal_saving=p12 wants_travel_loan=p13 wtp_start=p14"
                      + " wtp_accepted=p15 stated_cost_usd_200=p17 recruiter_used=p20"
                      + " recruit_cost=p21 first_month_pay=p22"));
      List<Stratum> strata = country.strata();
      for (int place = 0; place < PLACES; place++) {
        Stratum stratum = strata.get(place % strata.size());
        for (int slot = 0; slot < PER_PLACE; slot++) {
          grid.row(respondent(stratum, place, slot));
        }
      }
      Form form = Forms.prospective(country);
      List<List<String>> more = new ArrayList<>();
      for (int row = 0; row < grid.size(); row++) {
        more.add(form.cells(grid, wants(row, !grid.cell(row, "recruit_cost").isEmpty())));
      }
      grid.extend(form.columns(), more);
      new Blemishes(request, grid, Draw.key(request.seed(), TAG, 10L + country.number()), r -> true)
          .empty("weight_person")
          .unmapped("sex", "3", Planted.Outcome.FLAG);
      return grid;
    }

    private String[] respondent(Stratum stratum, int place, int slot) {
      double weight =
          country.households() * stratum.share() * 0.4 / PER_PLACE / 4 * draw.logNormal(1, 0.15);
      boolean intends = draw.chance(0.25);
      boolean agent = draw.chance(0.2);
      long start = (1 + draw.below(5)) * 100L;
      long accepted = draw.chance(0.3) ? 0 : start * (1 + draw.below(3)) / 2;
      return new String[] {
        country.prefix() + (1_000 + place * 10 + slot),
        Integer.toString(wave.year()),
        stratum.code(),
        "P" + place,
        Questionnaire.weight(Math.round(weight * 100)),
        draw.chance(0.3) ? "2" : "1",
        Integer.toString(18 + draw.below(42)),
        flag(intends),
        intends ? flag(draw.chance(0.35)) : "",
        flag(draw.chance(0.4)),
        flag(draw.chance(0.3)),
        flag(draw.chance(0.2)),
        local(start / 100.0),
        local(accepted / 100.0),
        draw.chance(0.3) ? "98" : percent(draw.logNormal(2.5, 0.5)),
        flag(agent),
        agent ? local(draw.logNormal(250, 0.5)) : "",
        agent ? local(draw.logNormal(450, 0.4)) : ""
      };
    }

    /** What came to the questionnaire later, so that the older answers stay as they were drawn. */
    private Map<String, String> wants(int row, boolean agent) {
      Draw own = Draw.of(Draw.key(request.seed(), TAG, 100L + 10_000L * country.number() + row));
      Map<String, String> answers = new TreeMap<>();
      answers.put("wants_cheaper_transfer", Boolean.toString(own.chance(WANTS_CHEAPER)));
      answers.put("wants_insurance", Boolean.toString(own.chance(WANTS_INSURANCE)));
      answers.put("wants_pension", Boolean.toString(own.chance(WANTS_PENSION)));
      boolean isLicensed = own.chance(LICENSED);
      int year = wave.year() - own.below(6);
      if (agent) {
        answers.put("recruiter_licensed", Boolean.toString(isLicensed));
        answers.put("first_job_year", Integer.toString(year));
      }
      LocalDate day = wave.quarter().firstDay().plusDays(own.below(FIELDWORK_DAYS));
      answers.put("interviewed_on", day.toString());
      return answers;
    }

    private Grid employers() {
      Grid grid =
          grid(
              "employer",
              "employer_id",
              Text.words(
                  "employer_id=id wave=wave stratum=stratum weight_employer=w_est"
                      + " size_band=e02 sector=e03 migrant_workers=e05 pays_by_account=e07"
                      + " open_payroll_remit=e09"));
      for (int i = 0; i < EMPLOYERS; i++) {
        String sector = SECTORS[i % SECTORS.length];
        int size = i / SECTORS.length % SIZES.length;
        grid.row(
            country.prefix() + "E" + (100 + i),
            Integer.toString(wave.year()),
            sector + "/" + SIZES[size],
            Questionnaire.weight(Math.round(draw.logNormal(900.0 / (1 + 3 * size), 0.2) * 100)),
            SIZES[size],
            sector,
            Integer.toString(1 + draw.poisson(2 + 8.0 * size)),
            flag(draw.chance(0.45 + 0.15 * size)),
            flag(draw.chance(0.35)));
      }
      return grid;
    }

    private Grid recruiters() {
      Grid grid =
          grid(
              "agent",
              "agent_id",
              Text.words(
                  "agent_id=id wave=wave has_licence=a02 clients_12m=a04" + " helps_account=a07"));
      for (int i = 0; i < AGENTS; i++) {
        grid.row(
            country.prefix() + "A" + (10 + i),
            Integer.toString(wave.year()),
            flag(draw.chance(0.4)),
            Integer.toString(5 + draw.poisson(60)),
            flag(draw.chance(0.25)));
      }
      return grid;
    }

    private String flag(boolean value) {
      return value ? "1" : no;
    }

    private String local(double dollars) {
      long step = country.rounding();
      return Long.toString(Math.round(dollars * perDollar / step) * step);
    }

    private static String percent(double value) {
      Text text = new Text(8);
      Digits.decimal(text, Math.round(value * 100), 2, '.');
      return text.toString();
    }
  }
}
