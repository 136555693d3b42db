package org.remitlake.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.file.Bronze;
import org.remitlake.ingest.file.Delivery;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.rule.LongNames;
import org.remitlake.lake.Lake;
import org.remitlake.survey.CodebookMap;

/**
 * Writes {@code silver.codebook_map} from the profiles of surveys and the codes that their files in
 * bronze hold: every code of every file is there, those too that nobody mapped.
 */
final class CodebookRows {
  /**
   * Of a file. More are no waves but a wrong column, and all codes of the file beside each of them
   * would fill the memory; then those stand for it that most of its rows have.
   */
  private static final int MOST_WAVES = 12;

  private final Lake lake;
  private final Profiles profiles;

  CodebookRows(Lake lake, Profiles profiles) {
    this.lake = lake;
    this.profiles = profiles;
  }

  /** Files of one profile in one wave of a survey. */
  private record Wave(String profile, String survey, String country, String wave) {}

  /** Writes it anew, where it differs. */
  void write() {
    List<Row> rows = new ArrayList<>();
    for (DeliveryContract contract : Ingest.CONTRACTS) {
      if (contract.reasons() && lake.exists(Bronze.of(contract))) {
        rows.addAll(rows(contract));
      }
    }
    lake.replaceChanged(
        CodebookMap.CONTRACT_OF,
        lake.spark().createDataFrame(rows, CodebookMap.CONTRACT_OF.schema()));
  }

  private List<Row> rows(DeliveryContract contract) {
    Map<String, Delivery> files = new TreeMap<>();
    lake.read(Bronze.of(contract))
        .where(col("row_no").equalTo(0))
        .select("delivery")
        .collectAsList()
        .forEach(
            row -> {
              Delivery delivery = Delivery.fromJson(row.getString(0));
              if (profiles.byName().containsKey(delivery.profile())) {
                files.put(delivery.fileId(), delivery);
              }
            });
    Map<Wave, Set<String>> waves = new HashMap<>();
    WindowSpec mostRowsFirst =
        Window.partitionBy("file_id")
            .orderBy(col("count").desc(), col("survey"), col("country"), col("wave"));
    lake.read(Bronze.of(contract))
        .where(col("row_no").gt(0))
        .where(
            not(
                LongNames.isNone(col("survey"))
                    .or(LongNames.isNone(col("country")))
                    .or(LongNames.isNone(col("wave")))))
        .groupBy("file_id", "survey", "country", "wave")
        .count()
        .withColumn("place", row_number().over(mostRowsFirst))
        .where(col("place").leq(MOST_WAVES))
        .collectAsList()
        .forEach(
            row ->
                wave(files, row)
                    .ifPresent(
                        wave ->
                            waves
                                .computeIfAbsent(wave, w -> new TreeSet<>())
                                .add(row.getString(0))));
    List<Row> rows = new ArrayList<>();
    waves.forEach(
        (wave, ids) -> rows.addAll(rows(contract, wave, ids.stream().map(files::get).toList())));
    return rows;
  }

  private Optional<Wave> wave(Map<String, Delivery> files, Row row) {
    return Optional.ofNullable(files.get(row.getString(0)))
        .map(Delivery::profile)
        .map(
            name ->
                new Wave(
                    name,
                    text(name, "survey", row.getString(1)),
                    text(name, "country", row.getString(2)),
                    text(name, "wave", row.getString(3))));
  }

  private String text(String profile, String field, String delivered) {
    String constant = profiles.byName().get(profile).constants().getOrDefault(field, "");
    return delivered == null ? constant : delivered;
  }

  private List<Row> rows(DeliveryContract contract, Wave wave, List<Delivery> files) {
    Set<String> given = new TreeSet<>();
    Map<String, Set<String>> words = new TreeMap<>();
    for (Delivery file : files) {
      given.addAll(file.inspection().fields());
      file.inspection()
          .words()
          .forEach((f, list) -> words.computeIfAbsent(f, k -> new TreeSet<>()).addAll(list));
    }
    Profile profile = profiles.byName().get(wave.profile());
    return MappedCodes.of(profile, contract, profiles.words(), given, words).stream()
        .map(
            code ->
                RowFactory.create(
                    wave.survey(),
                    wave.country(),
                    wave.wave(),
                    contract.name(),
                    code.sourceVar(),
                    code.sourceCode(),
                    code.canonicalVar(),
                    orNull(code.canonicalCode()),
                    orNull(code.rule()),
                    orNull(profile.notes().getOrDefault(code.canonicalVar(), ""))))
        .toList();
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
