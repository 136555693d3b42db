package org.remitlake.ingest.rule;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.remitlake.contract.DeliveredField;
import org.remitlake.ingest.file.DateLayout;
import org.remitlake.ingest.file.DateStyle;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.file.NumberStyle;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;

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
  static final String SERIALS = "fact_serials";

  /** Days that the file's serial numbers lag behind those of the system of 1900. */
  static final String DAYS_OFF = "fact_days_off";

  /** When the file was made, by its manifest; null without one. */
  static final String CREATED_AT = "fact_created_at";

  /** The day from which on the provider makes transfers, by its profile; null when not said. */
  static final String OPERATES_FROM = "fact_operates_from";

  /** Facts that predicates of rules may name. */
  static final List<String> OF_RULES = List.of(CREATED_AT, OPERATES_FROM);

  private final Profiles profiles;
  private final List<Delivery> deliveries;
  private final ProfileFacts ofProfiles;
  private final List<NumberStyle> numberStyles;
  private final List<DateLayout> dateLayouts;
  private final List<String> zones;

  FileFacts(Profiles profiles, List<Delivery> deliveries) {
    this.profiles = profiles;
    this.deliveries = deliveries;
    this.ofProfiles = new ProfileFacts(profiles, deliveries);
    this.numberStyles = each(d -> d.inspection().numbers());
    this.dateLayouts = each(d -> dates(d).layout());
    this.zones = each(d -> profile(d).timezone());
  }

  private <E extends Comparable<? super E>> List<E> each(Function<Delivery, E> fact) {
    return deliveries.stream().map(fact).distinct().sorted().toList();
  }

  ProfileFacts ofProfiles() {
    return ofProfiles;
  }

  private Profile profile(Delivery delivery) {
    return profiles.byName().get(delivery.profile());
  }

  /** Number styles of the batch; {@link #NUMBERS} is the place of the file's. */
  List<NumberStyle> numberStyles() {
    return numberStyles;
  }

  /** Date layouts of the batch; {@link #DATE_LAYOUT} is the place of the file's. */
  List<DateLayout> dateLayouts() {
    return dateLayouts;
  }

  private DateStyle dates(Delivery delivery) {
    return delivery.inspection().datesOr(profile(delivery).dateLayout());
  }

  /** Whether the field's dates are serial numbers of days in some file. */
  boolean hasSerials(DeliveredField field) {
    return deliveries.stream().anyMatch(d -> dates(d).serials().contains(field.name()));
  }

  /** Zones of the batch; {@link #ZONE} is the place of the file's. */
  List<String> zones() {
    return zones;
  }

  /** Whether any file gives the field a column or a constant. */
  boolean has(DeliveredField field) {
    return deliveries.stream()
        .anyMatch(
            d ->
                d.inspection().fields().contains(field.name())
                    || profile(d).constants().containsKey(field.name()));
  }

  /** Whether cells of the field held personal data in some file. */
  boolean hasPersonal(DeliveredField field) {
    return deliveries.stream().anyMatch(d -> d.inspection().personal().containsKey(field.name()));
  }

  Dataset<Row> table(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    deliveries.forEach(d -> rows.add(row(d)));
    return spark.createDataFrame(rows, schema());
  }

  private Row row(Delivery delivery) {
    Profile profile = profile(delivery);
    String createdAt = delivery.envelope().createdAt();
    return RowFactory.create(
        delivery.fileId(),
        delivery.precedence(),
        ofProfiles.number(delivery),
        zones.indexOf(profile.timezone()),
        dateLayouts.indexOf(dates(delivery).layout()),
        numberStyles.indexOf(delivery.inspection().numbers()),
        dates(delivery).serials().toArray(String[]::new),
        dates(delivery).system() == 1904 ? DateStyle.DAYS_TO_1904 : 0,
        createdAt.isEmpty() ? null : Instant.parse(createdAt),
        profile.operatesFrom().isEmpty() ? null : LocalDate.parse(profile.operatesFrom()));
  }

  private static StructType schema() {
    return new StructType()
        .add(FILE_ID, StringType)
        .add(PRECEDENCE, StringType)
        .add(ProfileFacts.PROFILE, IntegerType)
        .add(ZONE, IntegerType)
        .add(DATE_LAYOUT, IntegerType)
        .add(NUMBERS, IntegerType)
        .add(SERIALS, createArrayType(StringType))
        .add(DAYS_OFF, IntegerType)
        .add(CREATED_AT, TimestampType)
        .add(OPERATES_FROM, DateType);
  }

  /** Rules that repair words of a field somewhere in the batch. */
  List<String> wordRules(DeliveredField field) {
    if (!has(field)) {
      return List.of();
    }
    return switch (field.kind()) {
      case CURRENCY -> List.of("T08", "F03");
      case COUNTRY -> List.of("F03");
      case FLAG -> ofProfiles.isChoice(field) ? List.of("S10") : List.of();
      default -> List.of();
    };
  }
}
