package org.remitlake.microdata;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Pilots;
import org.remitlake.survey.SurveyWave;

/**
 * De-identified answers of a country's surveys of a year: tables of gold, and files for Stata, R
 * and spreadsheets. Rows are those of the estimates: completed interviews with a weight above 0.
 *
 * <p>Who links the persons of a household sees its composition, and roster lines tell its size:
 * these are files for evaluators who have signed for them, not for the public.
 */
public final class Microdata {
  private final Lake lake;
  private final Rules rules;
  private final String secret;

  /**
   * Microdata of a lake.
   *
   * @param secret the lake's secret, without which keys lead back to nobody; not empty
   */
  public Microdata(Lake lake, Rules rules, String secret) {
    this.lake = lake;
    this.rules = rules;
    this.secret = secret;
  }

  /** The tables of gold that this may write. */
  public static List<TableContract> tables() {
    return MicroTable.ALL.stream().map(MicroTable::gold).toList();
  }

  /**
   * Writes the tables and files of a country's wave.
   *
   * @param country ISO 3166-1 alpha-3
   * @param leftOut codes of surveys that are left out, as those of pilots are
   * @param out folder of the files
   * @throws ConfigProblem if there is no such survey
   */
  public MicrodataReport write(
      String country, int year, Collection<String> leftOut, String out, Consumer<String> progress) {
    progress.accept("looking for surveys");
    Map<String, Set<SurveyWave>> waves = waves(leftOut);
    Set<SurveyWave> asked =
        waves.getOrDefault(country, Set.of()).stream()
            .filter(w -> w.wave() == year)
            .collect(Collectors.toCollection(() -> new TreeSet<>(BY_NAME)));
    if (asked.isEmpty()) {
      throw new ConfigProblem(none(country, year, waves));
    }
    List<Answers> files = new ArrayList<>();
    Map<String, Long> below = new LinkedHashMap<>();
    for (SurveyWave wave : asked) {
      progress.accept("protecting " + wave);
      protect(wave, country, below).forEach(files::add);
    }
    progress.accept("writing");
    boolean isChanged = gold(files);
    MicrodataFolder folder =
        new MicrodataFolder(lake.spark().sparkContext().hadoopConfiguration(), out);
    isChanged |= folder.write(MicrodataFolder.files(files, country, rules));
    List<MicrodataReport.File> told =
        files.stream().map(f -> line(f, below.get(f.fileName()))).toList();
    return new MicrodataReport(out, told, isChanged);
  }

  private static final java.util.Comparator<SurveyWave> BY_NAME =
      java.util.Comparator.comparing(SurveyWave::toString);

  /** Surveys of the registry's pilots. */
  public static Set<String> ofPilots(Lake lake) {
    return lake.sliceVersions(Pilots.CONTRACT).keySet();
  }

  private Map<String, Set<SurveyWave>> waves(Collection<String> leftOut) {
    Map<String, Set<SurveyWave>> waves = new TreeMap<>();
    for (MicroTable table : MicroTable.ALL) {
      if (table.parent().isEmpty() && lake.exists(table.silver())) {
        lake.read(table.silver())
            .select("country", SurveyWave.SURVEY_WAVE.name())
            .distinct()
            .collectAsList()
            .forEach(
                row -> {
                  SurveyWave wave = SurveyWave.parse(row.getString(1));
                  if (!leftOut.contains(wave.survey())) {
                    waves.computeIfAbsent(row.getString(0), c -> new TreeSet<>(BY_NAME)).add(wave);
                  }
                });
      }
    }
    return waves;
  }

  private static String none(String country, int year, Map<String, Set<SurveyWave>> waves) {
    String has =
        waves.entrySet().stream()
            .map(
                e ->
                    e.getKey()
                        + " "
                        + e.getValue().stream()
                            .map(w -> Integer.toString(w.wave()))
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "));
    return "%s %d: the lake has no survey of it, %s (surveys of pilots apart, which --pilots adds)."
            .formatted(country, year, has.isEmpty() ? "nor of any country" : "only of " + has)
        + " Nothing was written. Check --country and --wave, or run 'remit ingest' first.";
  }

  private List<Answers> protect(SurveyWave wave, String country, Map<String, Long> below) {
    Keys keys = new Keys(secret, wave);
    Map<String, Answers> done = new LinkedHashMap<>();
    for (MicroTable table : MicroTable.ALL) {
      Optional<Answers> parent = table.parent().map(p -> done.get(p.name()));
      boolean isOrphan = table.parent().isPresent() && parent.isEmpty();
      List<Row> rows = isOrphan ? List.of() : rows(table, wave, country);
      if (!rows.isEmpty()) {
        Answers answers = new RawAnswers(table, keys, parent).of(wave, rows);
        below.put(answers.fileName(), new Protection(answers, rules).apply());
        done.put(table.delivered().name(), answers);
      }
    }
    return List.copyOf(done.values());
  }

  private List<Row> rows(MicroTable table, SurveyWave wave, String country) {
    if (!lake.exists(table.silver())) {
      return List.of();
    }
    Dataset<Row> rows =
        lake.read(table.silver(), List.of(wave.toString())).where(col("country").equalTo(country));
    if (table.delivered().indexOf("result_code") >= 0) {
      rows = rows.where("result_code = 'COMPLETE'");
    }
    Optional<Variable> weight = table.weight();
    return weight.map(w -> col(w.source()).gt(0)).map(rows::where).orElse(rows).collectAsList();
  }

  private boolean gold(List<Answers> files) {
    boolean isChanged = false;
    for (Answers answers : files) {
      TableContract gold = answers.table().gold();
      isChanged |=
          !lake.replaceChanged(
                  gold, List.of(answers.wave().toString()), GoldRows.of(lake.spark(), answers))
              .isEmpty();
    }
    return isChanged;
  }

  private static MicrodataReport.File line(Answers file, long below) {
    List<Variable> variables =
        file.table().variables().stream().filter(v -> !v.as().isOfDesign()).toList();
    return new MicrodataReport.File(
        file.fileName(),
        file.size(),
        variables.stream().mapToLong(file::recoded).sum(),
        variables.stream().mapToLong(file::withheld).sum(),
        (long) variables.size() * file.size(),
        below);
  }
}
