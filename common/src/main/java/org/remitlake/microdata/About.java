package org.remitlake.microdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code about.md}: what the files are, how to estimate from them, and what was done to them. */
final class About {
  static final String NAME = "about.md";

  private About() {}

  static byte[] of(List<Answers> files, String country, Rules rules) {
    List<String> lines = new ArrayList<>();
    lines.add("# Survey answers, de-identified: " + country);
    lines.add("");
    lines.add(
        "For evaluators who have signed for them, not for the public: who links the persons of a"
            + " household sees its composition, and the number of its persons tells its size. Do not"
            + " try to find anybody, and do not link to other data.");
    lines.add("");
    lines.add("| File | Rows | Answers pooled or cut | Answers withheld |");
    lines.add("|---|---|---|---|");
    for (Answers file : files) {
      lines.add(
          "| `%s` | %d | %d | %d |"
              .formatted(
                  file.fileName(),
                  file.size(),
                  file.table().variables().stream().mapToLong(file::recoded).sum(),
                  file.table().variables().stream().mapToLong(file::withheld).sum()));
    }
    lines.add("");
    lines.addAll(how());
    lines.addAll(protection(rules));
    String unreviewed =
        Labels.of(country).stream()
            .filter(l -> !Labels.in(l).isReviewed())
            .collect(Collectors.joining(", "));
    if (!unreviewed.isEmpty()) {
      lines.add("");
      lines.add(
          "Labels in these languages have no native speaker's review yet: " + unreviewed + ".");
    }
    files.forEach(file -> design(file).ifPresent(lines::add));
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> how() {
    return List.of(
        "Each table comes as `.csv` (UTF-8; `NAME_reason` says why NAME is empty) and as `.dta` for Stata"
            + " 14 and later (reasons are .a to .f, as in the code book; `label language ru` changes the language;"
            + " `label values income_12m reasons_en` names the reasons of a number). `hh_key` joins persons and"
            + " migrants to their household; keys mean nothing outside this wave. `codebook.csv` has every"
            + " variable, code and reason with its labels and number of rows, where numbers were cut, and"
            + " how many answers were changed.",
        "",
        "Rows are those of the published estimates: completed interviews with a weight above 0. A person"
            + " without `weight_person` in a survey where others have one was not selected for the questions"
            + " to one adult. Migrants stand for as many as their household does. Who answered `account_own`"
            + " is 15 or over, though the age be withheld. Amounts are as asked: see `silver.codebook_map`.",
        "");
  }

  private static List<String> protection(Rules rules) {
    return List.of(
        "Left out: names and numbers of households, persons and interviewers, links to other waves, days and"
            + " times of interviews, free text. Regions, and towns and villages within them, that have fewer"
            + " than %d households in the sample or %d in the population are pooled. Codes that fewer than %d"
                .formatted(rules.leastUnits(), rules.areaHouseholds(), rules.leastUnits())
            + " units have are pooled or withheld; of occupations only ISCO's major group is told."
            + " Numbers are cut at the first and the 99th percentile, or further in, so"
            + " that %d units lie beyond each cut. A household looks like at least %d others"
                .formatted(rules.leastUnits(), rules.k() - 1)
            + " in region, urban or rural, and size; a person or migrant in region, urban or rural, sex,"
            + " age and education: bands are as fine as that allows, and what still stood out is withheld.",
        "",
        "Strata and PSUs have shuffled numbers: standard errors need them. Weights are exact, since rounded"
            + " ones give other estimates. Where it is withheld whether a region's places are urban or rural, it"
            + " is withheld in all rows of the strata that have rows there, and in all regions of these strata,"
            + " so that other rows of a stratum do not tell it. The weights of a stratum may still be compared"
            + " with populations known from elsewhere.");
  }

  /** How to declare the design of a file in R and Stata. */
  private static Optional<String> design(Answers file) {
    MicroTable table = file.table();
    boolean hasDesign = table.bySource("stratum").isPresent() && table.bySource("psu").isPresent();
    Optional<Variable> weight =
        table.variables().stream().filter(v -> v.as() == Treatment.WEIGHT).reduce((a, b) -> b);
    if (!hasDesign || weight.isEmpty()) {
      return Optional.empty();
    }
    String name = weight.get().name();
    return Optional.of(
        """

        `%s`:

            # R, package survey
            svydesign(ids = ~psu, strata = ~stratum, weights = ~%s, nest = TRUE, data = d)
            * Stata
            svyset psu [pw = %s], strata(stratum) singleunit(centered)
        """
            .formatted(file.fileName(), name, name)
            .stripTrailing());
  }
}
