package org.remitlake.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.ingest.Ingest;
import org.remitlake.survey.SurveyWave;

/** What leaves follows from contracts and treatments.yaml. */
class MicroTableTest {
  private static MicroTable table(String name) {
    return MicroTable.ALL.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> columns(String name) {
    return table(name).variables().stream().map(Variable::name).toList();
  }

  @Test
  void noIdentifierTimeDayOrTextLeaves() {
    for (MicroTable table : MicroTable.ALL) {
      for (Variable v : table.variables()) {
        Kind kind = v.field().kind();
        boolean isWord = kind == Kind.TEXT || kind == Kind.PERSON || kind == Kind.INSTANT;
        // a key, a shuffled number, a region, a digit and the survey's own code are no words
        boolean isCode = v.as() == Treatment.AREA || v.as() == Treatment.GROUP;
        assertThat(!isWord || isCode || v.as().isOfDesign())
            .as(table.name() + "." + v.name())
            .isTrue();
        assertThat(kind != Kind.DATE || v.as() == Treatment.QUARTER).isTrue();
        assertThat(!table.unitKey().contains(v.source()) || v.as() == Treatment.KEY).isTrue();
      }
    }
    assertThat(columns("hh"))
        .contains("hh_key", "stratum", "psu", "weight_hh", "interviewed_quarter")
        .doesNotContain(
            "hh_id", "panel_hh_id", "interviewer_id", "interviewed_on", "started_at", "ended_at");
  }

  @Test
  void personsCarryTheDesignOfTheirHousehold() {
    assertThat(table("member").parent().map(DeliveryContract::name)).contains("household");
    assertThat(columns("member"))
        .contains("hh_key", "person_key", "stratum", "psu", "weight_hh", "region", "urbanity")
        .doesNotContain("age", "person_no");
  }

  /** Lines of the roster would join two bands of one age, and what one of the two withholds. */
  @Test
  void migrantsCarryTheDesignButNoLinkToTheRosterOrToOtherWaves() {
    assertThat(table("migrant").parent().map(DeliveryContract::name)).contains("household");
    assertThat(columns("migrant"))
        .contains("hh_key", "migrant_key", "stratum", "psu", "weight_hh", "region", "age_band")
        .contains("isco_before_major", "isco_abroad_major", "departed_quarter", "dest")
        .doesNotContain("person_no", "person_key", "panel_id", "migrant_no", "age", "isco_before")
        .doesNotContain("departed_on", "returned_on");
    assertThat(table("migrant").variable("months_home").as()).isEqualTo(Treatment.BAND);
  }

  @Test
  void tablesWithoutWeightsAndThoseOfFirmsStayInside() {
    assertThat(MicroTable.ALL.stream().map(MicroTable::name))
        .contains("hh", "member", "migrant", "prospective")
        .doesNotContain("employer", "recruiter");
  }

  @Test
  void everySurveyTableIsEitherTakenOrLeftForAReason() {
    Set<String> left = new TreeSet<>(Treatments.all().withheld().keySet());
    left.add("agent"); // a snowball sample, without weights
    Set<String> surveys = new TreeSet<>();
    Ingest.CONTRACTS.stream().filter(DeliveryContract::reasons).forEach(c -> surveys.add(c.name()));
    Set<String> told = new TreeSet<>(left);
    MicroTable.ALL.forEach(t -> told.add(t.delivered().name()));
    assertThat(told).isEqualTo(surveys);
    assertThat(Ingest.SILVER.stream().filter(t -> t.slice().equals(SurveyWave.SURVEY_WAVE)))
        .hasSize(surveys.size());
  }

  @Test
  void treatmentsNameFieldsThatAreThere() {
    Set<String> fields = new TreeSet<>();
    Ingest.CONTRACTS.stream()
        .filter(DeliveryContract::reasons)
        .forEach(
            c ->
                c.fields().stream()
                    .map(DeliveredField::name)
                    .forEach(f -> fields.addAll(List.of(f, c.name() + "." + f))));
    assertThat(fields).containsAll(Treatments.all().variables().keySet());
    Stream<String> beside =
        Treatments.all().variables().values().stream()
            .flatMap(h -> Stream.of(h.with(), h.by()))
            .filter(name -> !name.isEmpty());
    assertThat(beside).allMatch(fields::contains);
  }

  @Test
  void columnsOfGoldHaveLabelsInTheirMetadata() {
    var sex = table("member").gold().schema().apply("sex").metadata();
    assertThat(sex.getString("comment")).isEqualTo("Sex");
    assertThat(sex.getString("label.ru")).isEqualTo("Пол");
    assertThat(sex.getString("label.hy")).isEqualTo("Սեռ");
    assertThat(sex.getString("label.tg")).isEqualTo("Ҷинс");
    assertThat(sex.getString("values.en")).isEqualTo("F=Female; M=Male");
  }
}
