package org.remitlake.ingest.rule;

import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.ingest.file.DateLayout;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.file.NumberStyle;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.file.Words;

/**
 * What reading the rows of a batch needs to know of its files: a small table, one row per file, to
 * be joined to the rows.
 */
final class FileFacts {
  static final String FILE_ID = "file_id";
  static final String PRECEDENCE = "precedence";
  static final String ZONE = "fact_zone";
  static final String DATE_LAYOUT = "fact_date_layout";
  static final String NUMBERS = "fact_numbers";
  static final String CONSTANTS = "fact_constants";
  static final String WORDS = "fact_words";
  static final String REPAIRED_WORDS = "fact_repaired_words";

  private final DeliveryContract contract;
  private final Profiles profiles;
  private final List<Delivery> deliveries;

  FileFacts(DeliveryContract contract, Profiles profiles, List<Delivery> deliveries) {
    this.contract = contract;
    this.profiles = profiles;
    this.deliveries = deliveries;
  }

  private Profile profile(Delivery delivery) {
    return profiles.byName().get(delivery.profile());
  }

  Set<NumberStyle> numberStyles() {
    EnumSet<NumberStyle> styles = EnumSet.noneOf(NumberStyle.class);
    deliveries.forEach(d -> styles.add(d.inspection().numbers()));
    return styles;
  }

  Set<DateLayout> dateLayouts() {
    EnumSet<DateLayout> layouts = EnumSet.noneOf(DateLayout.class);
    deliveries.forEach(d -> layouts.add(profile(d).dateLayout()));
    return layouts;
  }

  /** Whether any file gives the field a column or a constant. */
  boolean has(DeliveredField field) {
    return deliveries.stream()
        .anyMatch(
            d ->
                d.inspection().fields().contains(field.name())
                    || profile(d).constants().containsKey(field.name()));
  }

  /** Whether any file gives the field a constant. */
  boolean hasConstant(DeliveredField field) {
    return deliveries.stream().anyMatch(d -> profile(d).constants().containsKey(field.name()));
  }

  Dataset<Row> table(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    deliveries.forEach(d -> rows.add(row(d)));
    return spark.createDataFrame(rows, schema());
  }

  private Row row(Delivery delivery) {
    Profile profile = profile(delivery);
    Words words = new Words(profile, profiles.words());
    int n = contract.fields().size();
    Object[] constants = new Object[n];
    Object[] meanings = new Object[n];
    Map<String, Set<String>> repaired = new HashMap<>();
    for (int i = 0; i < n; i++) {
      DeliveredField field = contract.fields().get(i);
      constants[i] = profile.constants().get(field.name());
      meanings[i] = meanings(field, delivery, profile, words, repaired);
    }
    Map<String, List<String>> lists = new HashMap<>();
    repaired.forEach((rule, set) -> lists.put(rule, List.copyOf(set)));
    return RowFactory.create(
        delivery.fileId(),
        delivery.precedence(),
        profile.timezone(),
        profile.dateLayout().name(),
        delivery.inspection().numbers().name(),
        RowFactory.create(constants),
        RowFactory.create(meanings),
        lists);
  }

  /** Every word of the file that has a meaning; a word that is missing here cannot be read. */
  private static Map<String, String> meanings(
      DeliveredField field,
      Delivery delivery,
      Profile profile,
      Words words,
      Map<String, Set<String>> repaired) {
    Set<String> delivered =
        new HashSet<>(delivery.inspection().words().getOrDefault(field.name(), List.of()));
    Optional.ofNullable(profile.constants().get(field.name())).ifPresent(delivered::add);
    Map<String, String> meanings = new HashMap<>();
    for (String word : delivered) {
      words
          .meaning(field, word)
          .ifPresent(
              m -> {
                meanings.put(word, m.code());
                if (!m.rule().isEmpty()) {
                  repaired.computeIfAbsent(m.rule(), r -> new HashSet<>()).add(word);
                }
              });
    }
    return meanings;
  }

  private StructType schema() {
    StructType constants = new StructType();
    StructType words = new StructType();
    for (DeliveredField field : contract.fields()) {
      constants = constants.add(field.name(), StringType);
      words = words.add(field.name(), DataTypes.createMapType(StringType, StringType));
    }
    return new StructType()
        .add(FILE_ID, StringType)
        .add(PRECEDENCE, StringType)
        .add(ZONE, StringType)
        .add(DATE_LAYOUT, StringType)
        .add(NUMBERS, StringType)
        .add(CONSTANTS, constants)
        .add(WORDS, words)
        .add(
            REPAIRED_WORDS,
            DataTypes.createMapType(StringType, DataTypes.createArrayType(StringType)));
  }

  /** Fields whose words are repaired by a rule somewhere in the batch: currencies and countries. */
  List<DeliveredField> wordFields() {
    return contract.fields().stream()
        .filter(f -> f.kind() == Kind.CURRENCY || f.kind() == Kind.COUNTRY)
        .filter(this::has)
        .toList();
  }
}
