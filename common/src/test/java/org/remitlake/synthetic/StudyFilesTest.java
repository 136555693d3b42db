package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of pilots and banks, read back as text. */
class StudyFilesTest {
  private static final Charset WINDOWS = Charset.forName("windows-1251");
  private static final List<String> STAGES =
      List.of("REACHED", "AWARE", "INTERESTED", "APPLIED", "APPROVED", "OPENED");

  @TempDir static Path folder;

  private static List<String> defects;

  @BeforeAll
  static void write() throws IOException {
    Deliveries.write(Requests.of(3, 500, "2020-Q1", "2021-Q4", Defects.ROWS), folder);
    defects = Files.readAllLines(folder.resolve("_truth/defects.csv"), UTF_8);
  }

  @Test
  void balancesReconcileButWhereAPostingWasForgotten() throws IOException {
    Set<String> broken = new TreeSet<>();
    broken.addAll(broken("AM_BANK_01", UTF_8, "\t", "Կ"));
    broken.addAll(broken("TJ_BANK_01", WINDOWS, "|", "Кт"));
    Set<String> planted =
        defects.stream()
            .filter(d -> d.startsWith("K03,"))
            .map(d -> d.split(",", 7)[4])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(broken).isEqualTo(planted).hasSize(4);
  }

  /** Accounts whose months do not add up. */
  private static Set<String> broken(String bank, Charset charset, String cut, String credit)
      throws IOException {
    Map<String, List<String>> postings = new HashMap<>();
    for (List<String> row : rows("posting_" + bank, charset, cut)) {
      postings.put(row.get(0), row);
    }
    Map<String, TreeMap<String, BigDecimal>> balances = new HashMap<>();
    for (List<String> row : rows("balance_" + bank, charset, cut)) {
      if (row.size() == 3 && !row.get(2).contains("O")) {
        balances
            .computeIfAbsent(row.get(0), a -> new TreeMap<>())
            .put(iso(row.get(1)), money(row.get(2)));
      }
    }
    Set<String> broken = new HashSet<>();
    balances.forEach(
        (account, months) -> {
          String since = "";
          BigDecimal opening = BigDecimal.ZERO;
          for (Map.Entry<String, BigDecimal> month : months.entrySet()) {
            BigDecimal moved = BigDecimal.ZERO;
            for (List<String> p : postings.values()) {
              String day = iso(p.get(3));
              if (p.get(1).equals(account)
                  && day.compareTo(since) > 0
                  && day.compareTo(month.getKey()) <= 0) {
                BigDecimal amount = money(p.get(5));
                moved = moved.add(p.get(4).equals(credit) ? amount : amount.negate());
              }
            }
            if (opening.add(moved).compareTo(month.getValue()) != 0) {
              broken.add(account);
            }
            opening = month.getValue();
            since = month.getKey();
          }
        });
    return broken;
  }

  @Test
  void stepsOfTheFunnelComeInTheirOrder() throws IOException {
    Map<String, List<String>> last = new HashMap<>();
    int opened = 0;
    for (List<String> row : rows("funnel_", UTF_8, ",")) {
      int stage = STAGES.indexOf(row.get(1));
      if (row.size() == 3 && stage >= 0) {
        List<String> before = last.put(row.get(0), row);
        if (before != null) {
          assertThat(STAGES.indexOf(before.get(1))).isLessThan(stage);
          assertThat(before.get(2)).isLessThanOrEqualTo(row.get(2));
        }
        opened += stage == STAGES.size() - 1 ? 1 : 0;
      }
    }
    long known = 0;
    for (Pilot pilot : Pilot.values()) {
      known +=
          PilotStudy.of(3, pilot).subjects().stream().filter(s -> s.openedAfter() >= 0).count();
    }
    assertThat(opened).isEqualTo((int) known).isPositive();
  }

  @Test
  void unitsOfTheRegistryAreThoseInterviewed() throws IOException {
    Map<String, Long> units =
        rows("registry_unit", UTF_8, ",").stream()
            .collect(Collectors.groupingBy(r -> r.get(1), Collectors.counting()));
    for (Pilot pilot : Pilot.values()) {
      long visits =
          rows("survey_" + pilot + "_2020_hh", UTF_8, pilot == Pilot.PT_AM_01 ? "\t" : ";").size();
      assertThat(units.get(pilot.name())).isEqualTo(visits);
    }
    Set<String> clusters =
        rows("registry_cluster", UTF_8, ",").stream()
            .map(r -> r.get(1))
            .collect(Collectors.toSet());
    assertThat(rows("registry_unit", UTF_8, ",")).allMatch(r -> clusters.contains(r.get(2)));
  }

  @Test
  void theMissingAnswersOfAFileAreCounted() throws IOException {
    String truth = Files.readString(folder.resolve("_truth/truth.json"));
    assertThat(truth)
        .contains("S05_DK", "S05_REFUSED", "S06", "\"retained_30d_pilot_accounts\" : 0.18");
    long codes =
        rows("survey_TJ_HH_2020_hh", UTF_8, ";").stream()
            .flatMap(List::stream)
            .filter(c -> c.equals("999998") || c.equals("99998"))
            .count();
    assertThat(codes / 1_000.0).isCloseTo(0.04, within(0.03));
  }

  @Test
  void aPilotThatHasNotEndedHasNoLastInterviews() throws IOException {
    Path short_ = folder.resolve("short");
    Deliveries.write(Requests.of(3, 500, "2021-Q2", "2021-Q4", Defects.NONE), short_);
    try (Stream<Path> files = Files.list(short_)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.startsWith("survey_PT")))
          .containsExactlyInAnyOrder("survey_PT_AM_01_2021_hh.tab", "survey_PT_TJ_01_2021_hh.csv");
    }
  }

  /** 31/12/2020 and 31.12.2020, with or without a time, as 2020-12-31. */
  private static String iso(String day) {
    return day.substring(6, 10) + "-" + day.substring(3, 5) + "-" + day.substring(0, 2);
  }

  private static BigDecimal money(String text) {
    boolean comma = text.lastIndexOf(',') > text.lastIndexOf('.');
    return new BigDecimal(comma ? text.replace(" ", "").replace(',', '.') : text.replace(",", ""));
  }

  /** Rows of all files that begin so, without their headers. */
  private static List<List<String>> rows(String prefix, Charset charset, String cut)
      throws IOException {
    List<Path> paths;
    try (Stream<Path> files = Files.list(folder)) {
      paths = files.filter(f -> f.getFileName().toString().startsWith(prefix)).sorted().toList();
    }
    List<List<String>> rows = new ArrayList<>();
    for (Path path : paths) {
      List<String> lines = Files.readAllLines(path, charset);
      lines
          .subList(1, lines.size())
          .forEach(line -> rows.add(List.of(line.split(java.util.regex.Pattern.quote(cut), -1))));
    }
    return rows;
  }
}
