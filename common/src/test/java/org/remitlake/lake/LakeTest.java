package org.remitlake.lake;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.ContractViolation;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.contract.Unit;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.Stb;

@SparkTest
class LakeTest {
  private static final Field ID = Field.identifier("id", StringType, "Key");
  private static final Field QUARTER = Field.attribute("quarter", StringType, "Quarter");
  private static final Field FEE = Field.measure("fee", Field.MONEY, Unit.SEND_CURRENCY, "Fee");
  private static final Field NOTE = Field.attribute("note", StringType, "Note");
  private static final Field FLAGS =
      Field.attribute("flags", DataTypes.createArrayType(StringType), "Flags");
  private static final Field RUN = Field.provenance("run", IntegerType, "Run");
  private static final TableContract FEES =
      TableContract.table("silver.fee", "A fee", QUARTER, ID, QUARTER, FEE, NOTE, FLAGS, RUN)
          .indexedBy(ID);

  @TempDir private Path folder;
  private final List<String> commits = new ArrayList<>();
  private SparkSession spark;
  private Lake lake;

  @BeforeEach
  void openALake(SparkSession session) {
    spark = session;
    lake = new Lake(spark, folder.toString(), commits::add);
  }

  private static Row fee(String id, String quarter, String fee) {
    return fee(id, quarter, fee, "", 1);
  }

  private static Row fee(String id, String quarter, String fee, String note, int run) {
    return RowFactory.create(id, quarter, new java.math.BigDecimal(fee), note, List.of("T01"), run);
  }

  private Dataset<Row> rows(Row... rows) {
    return spark.createDataFrame(List.of(rows), FEES.schema());
  }

  private List<String> ids() {
    return lake.read(FEES).select("id").collectAsList().stream()
        .map(r -> r.getString(0))
        .sorted()
        .toList();
  }

  private String hash(Row... rows) {
    return ContentHash.bySlice(FEES, rows(rows)).toString();
  }

  @Test
  void aTableThatWasNeverWrittenIsEmptyAndHasItsColumns() {
    assertThat(lake.exists(FEES)).isFalse();
    assertThat(lake.version(FEES)).isEqualTo(-1);
    assertThat(lake.sliceVersions(FEES)).isEmpty();
    assertThat(lake.read(FEES).columns())
        .containsExactly("id", "quarter", "fee", "note", "flags", "run");
    assertThat(lake.rows(FEES)).isZero();
  }

  @Test
  void replaceChangesItsSlicesOnlyAndCanBeRepeated() {
    Dataset<Row> first = rows(fee("a", "2024-Q1", "1"), fee("b", "2024-Q2", "2"));
    lake.replace(FEES, Set.of("2024-Q1", "2024-Q2"), first);
    Map<String, String> before = lake.sliceVersions(FEES);
    Dataset<Row> second = rows(fee("c", "2024-Q2", "3"), fee("d", "2024-Q2", "4"));
    lake.replace(FEES, Set.of("2024-Q2"), second);
    assertThat(ids()).containsExactly("a", "c", "d");
    assertThat(lake.sliceVersions(FEES).get("2024-Q1")).isEqualTo(before.get("2024-Q1"));
    assertThat(lake.sliceVersions(FEES).get("2024-Q2")).isNotEqualTo(before.get("2024-Q2"));
    String content = ContentHash.of(lake, FEES);
    lake.replace(FEES, Set.of("2024-Q2"), second);
    assertThat(ContentHash.of(lake, FEES)).isEqualTo(content);
    lake.replace(FEES, Set.of("2024-Q2"), rows());
    assertThat(ids()).containsExactly("a");
    assertThat(lake.sliceVersions(FEES)).containsOnlyKeys("2024-Q1");
    new Stb(spark).assertDataFrameDataEquals(first.limit(1), lake.read(FEES, List.of("2024-Q1")));
    assertThat(commits).hasSize(4).containsOnly("silver.fee");
  }

  @Test
  void replacingNoSliceCommitsNothing() {
    lake.replace(FEES, Set.of(), rows(fee("a", "2024-Q1", "1")));
    assertThat(lake.exists(FEES)).isFalse();
    assertThat(commits).isEmpty();
  }

  @Test
  void replaceChangedWritesSlicesThatDifferAndCommitsNothingWhenNoneDoes() {
    Dataset<Row> whole =
        rows(fee("a", "2024-Q1", "1"), fee("b", "2024-Q2", "2"), fee("c", "2024-Q3", "3"));
    lake.replaceChanged(FEES, whole);
    Map<String, String> before = lake.sliceVersions(FEES);
    long version = lake.version(FEES);
    assertThat(before).containsOnlyKeys("2024-Q1", "2024-Q2", "2024-Q3");
    lake.replaceChanged(FEES, whole);
    assertThat(lake.version(FEES)).isEqualTo(version);
    assertThat(commits).hasSize(1);

    // 2024-Q1 differs in a value, 2024-Q3 is gone, 2024-Q4 is new; 2024-Q2 in provenance only.
    lake.replaceChanged(
        FEES,
        rows(
            fee("a", "2024-Q1", "1.0001"),
            fee("b", "2024-Q2", "2", "", 2),
            fee("d", "2024-Q4", "4")));
    assertThat(ids()).containsExactly("a", "b", "d");
    assertThat(lake.sliceVersions(FEES))
        .containsOnlyKeys("2024-Q1", "2024-Q2", "2024-Q4")
        .containsEntry("2024-Q2", before.get("2024-Q2"));
    assertThat(commits).hasSize(2);
  }

  @Test
  void appendKeepsWhatIsThereAndReplaceRefusesRowsOutsideItsSlices() {
    lake.append(FEES, rows(fee("a", "2024-Q1", "1")));
    lake.append(FEES, rows(fee("b", "2024-Q1", "2")));
    Dataset<Row> stray = rows(fee("c", "2024-Q2", "1"));
    assertThatThrownBy(() -> lake.replace(FEES, Set.of("2024-Q1"), stray))
        .hasMessageContaining("DELTA_REPLACE_WHERE_MISMATCH");
    assertThat(ids()).containsExactly("a", "b");
    assertThat(commits).hasSize(2);
  }

  @Test
  void rowsThatBreakTheContractAreNotWritten() {
    Dataset<Row> wrong = rows(fee("a", "2024-Q1", "1")).drop("fee");
    assertThatThrownBy(() -> lake.append(FEES, wrong))
        .isInstanceOf(ContractViolation.class)
        .hasMessageStartingWith("silver.fee: no column fee.");
    assertThat(lake.exists(FEES)).isFalse();
  }

  @Test
  void tablesHaveCommentsAndNothingThatReadersWithoutSparkDoNotKnow() throws IOException {
    // A slice's name may hold quotes.
    Row quoted = fee("a", "it's \\ odd", "1");
    lake.replace(FEES, Set.of("it's \\ odd"), rows(quoted));
    lake.replace(FEES, Set.of("it's \\ odd"), rows(quoted));
    assertThat(lake.rows(FEES)).isEqualTo(1);
    Path log = folder.resolve(Path.of("silver", "fee", "_delta_log"));
    String json;
    try (Stream<Path> files = Files.list(log)) {
      Path first = files.filter(f -> f.toString().endsWith("00.json")).findFirst().orElseThrow();
      json = Files.readString(first);
    }
    assertThat(json)
        .contains("\"minReaderVersion\":1")
        .contains("\"delta.enableDeletionVectors\":\"false\"")
        .doesNotContain("readerFeatures", "columnMapping");
    // Column comments, with units, and statistics on the indexed column only.
    assertThat(json).contains("Fee [send currency]");
    assertThat(json).contains("\\\"minValues\\\":{\\\"id\\\":\\\"a\\\"}");
  }

  @Test
  void contentHashKnowsNoOrderOfRowsAndNoPartitions() {
    Row[] some = {fee("a", "2024-Q1", "1"), fee("b", "2024-Q1", "2"), fee("c", "2024-Q2", "3")};
    Row[] turned = {some[2], some[1], some[0]};
    assertThat(hash(turned)).isEqualTo(hash(some));
    assertThat(ContentHash.bySlice(FEES, rows(some).repartition(3)).toString())
        .isEqualTo(hash(some));
    assertThat(ContentHash.bySlice(FEES, rows(some).coalesce(1)).toString()).isEqualTo(hash(some));
  }

  @Test
  void contentHashSeesEveryDifferenceOfContentAndNoneOfProvenance() {
    Row row = fee("a", "2024-Q1", "1", "x", 1);
    String hash = hash(row);
    assertThat(hash(fee("a", "2024-Q1", "1", "x", 2))).isEqualTo(hash);
    assertThat(hash(row, row)).isNotEqualTo(hash);
    assertThat(hash(fee("a", "2024-Q1", "1", "", 1)))
        .as("empty text is not null")
        .isNotEqualTo(hash(fee("a", "2024-Q1", "1", null, 1)));
    assertThat(hash(fee("ax", "2024-Q1", "1", "", 1)))
        .as("a value that moves to another column")
        .isNotEqualTo(hash(fee("a", "2024-Q1", "1", "x", 1)));
    List<Row> flags = new ArrayList<>();
    for (List<String> list : List.of(List.<String>of(), List.of(""), List.of("T01", "T08"))) {
      flags.add(RowFactory.create("a", "2024-Q1", null, null, list, 1));
    }
    flags.add(RowFactory.create("a", "2024-Q1", null, null, null, 1));
    assertThat(flags.stream().map(this::hash).distinct()).hasSize(4);
  }

  @Test
  void twoEqualChangesDoNotCancelOut() {
    assertThat(hash(fee("a", "2024-Q1", "1"), fee("b", "2024-Q1", "2")))
        .isNotEqualTo(hash(fee("a", "2024-Q1", "2"), fee("b", "2024-Q1", "1")));
  }

  @Test
  void aTableOfAnEarlierVersionGainsColumnsAndLosesNothing() {
    lake.replace(
        FEES,
        List.of("2024-Q1", "2024-Q2"),
        rows(fee("a", "2024-Q1", "1"), fee("b", "2024-Q2", "2")));
    Field payer = Field.attribute("payer", StringType, "Who paid");
    TableContract wider =
        TableContract.table(
                "silver.fee", "A fee", QUARTER, ID, QUARTER, FEE, NOTE, FLAGS, payer, RUN)
            .indexedBy(ID);
    assertThat(lake.read(wider).select("id", "payer").orderBy("id").collectAsList())
        .containsExactly(RowFactory.create("a", null), RowFactory.create("b", null));

    Dataset<Row> newer =
        spark.createDataFrame(
            List.of(
                RowFactory.create(
                    "c", "2024-Q2", new java.math.BigDecimal("3"), "", List.of(), "x", 2)),
            wider.schema());
    lake.replace(wider, List.of("2024-Q2"), newer);
    assertThat(lake.read(wider).select("id", "payer").orderBy("id").collectAsList())
        .containsExactly(RowFactory.create("a", null), RowFactory.create("c", "x"));
  }
}
