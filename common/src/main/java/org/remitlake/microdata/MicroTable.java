package org.remitlake.microdata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Field;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.Ingest;
import org.remitlake.survey.SurveyWave;

/**
 * A table of surveys, and the table of gold that an evaluator may hold of it.
 *
 * @param delivered what is delivered
 * @param silver where it is
 * @param parent contract whose units these rows are parts of, as households are of persons; empty
 *     if it is a sample of its own
 * @param variables columns that leave, carried ones last
 */
record MicroTable(
    DeliveryContract delivered,
    TableContract silver,
    Optional<DeliveryContract> parent,
    List<Variable> variables) {
  private static final List<String> OF_WAVE = List.of("survey", "wave");

  /** Tables that leave, a table after the one that its rows are parts of. */
  static final List<MicroTable> ALL = all();

  MicroTable {
    variables = List.copyOf(variables);
  }

  private static List<MicroTable> all() {
    List<DeliveryContract> surveys =
        Ingest.CONTRACTS.stream()
            .filter(DeliveryContract::reasons)
            .filter(c -> !Treatments.all().withheld().containsKey(c.name()))
            .sorted(Comparator.comparingInt(c -> c.key().size()))
            .toList();
    List<MicroTable> tables = new ArrayList<>();
    for (DeliveryContract contract : surveys) {
      Optional<MicroTable> parent =
          tables.stream()
              .filter(t -> isPart(contract, t.delivered()))
              .max(Comparator.comparingInt(t -> t.delivered().key().size()));
      MicroTable table = of(contract, parent);
      if (parent.isPresent() || table.weight().isPresent()) {
        tables.add(table);
      }
    }
    return List.copyOf(tables);
  }

  private static boolean isPart(DeliveryContract part, DeliveryContract of) {
    return part.key().size() > of.key().size()
        && part.key().subList(0, of.key().size()).equals(of.key());
  }

  private static MicroTable of(DeliveryContract contract, Optional<MicroTable> parent) {
    List<Variable> own =
        contract.fields().stream()
            .map(f -> Variable.of(f, Treatments.all().of(contract, f)))
            .filter(v -> v.as() != Treatment.NEVER)
            .toList();
    List<String> names = own.stream().map(Variable::name).toList();
    Stream<Variable> carried =
        parent.stream()
            .flatMap(p -> p.variables().stream())
            .filter(v -> v.handling().isCarried() && !names.contains(v.name()));
    return new MicroTable(
        contract,
        silverOf(contract),
        parent.map(MicroTable::delivered),
        Stream.concat(own.stream(), carried).toList());
  }

  private static TableContract silverOf(DeliveryContract contract) {
    List<String> names = contract.fields().stream().map(f -> f.name()).toList();
    return Ingest.SILVER.stream()
        .filter(t -> t.slice().equals(SurveyWave.SURVEY_WAVE))
        .filter(t -> t.fields().size() > names.size())
        .filter(
            t ->
                t.fields().subList(0, names.size()).stream()
                    .map(Field::name)
                    .toList()
                    .equals(names))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(contract.name() + " has no table of waves."));
  }

  /** Short name, as hh: the end of file names and of the table's name in gold. */
  String name() {
    return silver.table().substring(silver.table().indexOf('.') + 1);
  }

  /** The weight that each row of the sample must have; rows without it are no part of estimates. */
  Optional<Variable> weight() {
    return variables.stream()
        .filter(v -> v.as() == Treatment.WEIGHT && v.field().hasColumn() && isOwn(v))
        .findFirst();
  }

  /** Whether the table has the field itself; else it is carried. */
  boolean isOwn(Variable variable) {
    return delivered.indexOf(variable.source()) >= 0;
  }

  /** The parts of the key below the wave: household, then person. */
  List<String> unitKey() {
    return delivered.key().stream().filter(k -> !OF_WAVE.contains(k)).toList();
  }

  Variable variable(String name) {
    return variables.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
  }

  /** The variable that a delivered field became, if it leaves. */
  Optional<Variable> bySource(String field) {
    return variables.stream().filter(v -> v.source().equals(field)).findFirst();
  }

  /** The table of gold. */
  TableContract gold() {
    List<Field> fields = new ArrayList<>();
    for (Variable v : variables) {
      String doc = Labels.in("en").variable(v.name());
      boolean isKey = delivered.key().contains(v.source());
      Field field =
          isKey
              ? Field.identifier(v.name(), v.type(), doc)
              : Field.attribute(v.name(), v.type(), doc);
      fields.add(field.labelled(ColumnLabels.of(v)));
    }
    fields.add(SurveyWave.SURVEY_WAVE);
    fields.add(SettledTable.REASONS);
    return TableContract.table(
        "gold.microdata_" + name(),
        "De-identified for evaluators: " + silver.doc().replaceFirst("^Survey, wave and ", ""),
        SurveyWave.SURVEY_WAVE,
        fields.toArray(Field[]::new));
  }
}
