package org.remitlake.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.remitlake.contract.Kind;

/**
 * Whoever adds an answer that leaves, a code or a language is told here which labels are missing.
 */
class LabelsTest {
  private static Set<String> needed() {
    Set<String> needed = new TreeSet<>();
    for (MicroTable table : MicroTable.ALL) {
      for (Variable variable : table.variables()) {
        needed.add("variables." + variable.name());
        boolean isListed =
            variable.as() == Treatment.CATEGORY
                || variable.as() == Treatment.AREA
                || variable.as() == Treatment.GROUP;
        if (variable.field().kind() == Kind.FLAG) {
          needed.addAll(List.of("values.flag.0", "values.flag.1"));
        } else if (isListed) {
          String list = "values." + Labels.list(variable) + ".";
          variable.codes().forEach(code -> needed.add(list + code));
          if (variable.takesOther()) {
            needed.add(list + "OTHER");
          }
        }
      }
    }
    MissingCodes.REASONS.forEach(reason -> needed.add("reasons." + reason));
    for (Treatment treatment : Treatment.values()) {
      needed.add("treatments." + treatment);
    }
    return needed;
  }

  @Test
  void everyLanguageHasEveryLabel() {
    for (String language : Labels.LANGUAGES) {
      assertThat(Labels.in(language).keys())
          .as("microdata/labels_%s.yaml", language)
          .containsAll(needed())
          .isEqualTo(Labels.in("en").keys());
    }
  }

  @Test
  void noLabelIsOfAVariableThatIsGone() {
    Set<String> names = new TreeSet<>();
    MicroTable.ALL.forEach(t -> t.variables().forEach(v -> names.add("variables." + v.name())));
    assertThat(Labels.in("en").keys())
        .filteredOn(k -> k.startsWith("variables."))
        .allMatch(names::contains);
  }

  @Test
  void labelsAndNamesAreNoLongerThanStataKeepsThem() {
    List<String> tooLong = new ArrayList<>();
    for (MicroTable table : MicroTable.ALL) {
      for (Variable v : table.variables()) {
        // 32 characters, and three more for the language of its value labels
        if (v.name().length() > 29) {
          tooLong.add(v.name());
        }
        for (String language : Labels.LANGUAGES) {
          if (Labels.in(language).variable(v.name()).length() > 80) {
            tooLong.add(language + " " + v.name());
          }
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void aCountryHasItsOwnLanguageBesideEnglishAndRussian() {
    assertThat(Labels.of("ARM")).containsExactly("en", "ru", "hy");
    assertThat(Labels.of("TJK")).containsExactly("en", "ru", "tg");
    assertThat(Labels.of("KGZ")).containsExactly("en", "ru");
  }

  @Test
  void armenianAndTajikCountAsUnreviewedUntilSomebodyHasReadThem() {
    assertThat(Labels.in("hy").isReviewed()).isFalse();
    assertThat(Labels.in("tg").isReviewed()).isFalse();
    assertThat(Labels.in("en").isReviewed()).isTrue();
  }
}
