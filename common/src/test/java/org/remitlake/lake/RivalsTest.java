package org.remitlake.lake;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.testing.SparkTest;

/** Two runs on one lake: what one has read and the other has changed is not overwritten. */
@SparkTest
class RivalsTest {
  private static final Field ID = Field.identifier("id", StringType, "Id");
  private static final Field DAY = Field.attribute("day", StringType, "Slice");
  private static final TableContract NOTES =
      TableContract.table("silver.note", "A note", DAY, ID, DAY);
  private static final String CONFLICT = "(?s).*(Concurrent|Metadata|Protocol).*";

  @TempDir private Path folder;
  private SparkSession spark;
  private Lake ours;
  private Lake theirs;

  @BeforeEach
  void openTheLakeTwice(SparkSession session) {
    spark = session;
    ours = new Lake(spark, folder.toString(), table -> {});
    theirs = new Lake(spark, folder.toString(), table -> {});
  }

  private Dataset<Row> rows(String... idsAndDays) {
    return spark.createDataFrame(
        java.util.Arrays.stream(idsAndDays)
            .map(text -> RowFactory.create((Object[]) text.split(" ")))
            .toList(),
        NOTES.schema());
  }

  private List<String> ids() {
    return theirs.read(NOTES).select("id").collectAsList().stream()
        .map(r -> r.getString(0))
        .sorted()
        .toList();
  }

  private static void isRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable write) {
    assertThatThrownBy(write).satisfies(e -> assertThat(e.toString()).matches(CONFLICT));
  }

  @Test
  void aTableThatAnotherRunChangedSinceItWasReadIsNotWritten() {
    ours.replace(NOTES, Set.of("mon"), rows("a mon"));
    assertThat(ours.read(NOTES).count()).isEqualTo(1);
    theirs.replace(NOTES, Set.of("tue"), rows("b tue"));
    isRefused(() -> ours.replace(NOTES, Set.of("mon"), rows("a mon", "c mon")));
    isRefused(() -> ours.replaceChanged(NOTES, rows("a mon", "c mon")));
    assertThat(ids()).containsExactly("a", "b");
    // The next run reads anew.
    Lake next = new Lake(spark, folder.toString(), table -> {});
    next.read(NOTES).count();
    next.replace(NOTES, Set.of("mon"), rows("a mon", "c mon"));
    assertThat(ids()).containsExactly("a", "b", "c");
  }

  @Test
  void aTableThatAnotherRunMadeSinceItWasFoundMissingIsNotWritten() {
    assertThat(ours.read(NOTES).isEmpty()).isTrue();
    theirs.replace(NOTES, Set.of("tue"), rows("b tue"));
    isRefused(() -> ours.replace(NOTES, Set.of("mon"), rows("a mon")));
    assertThat(ids()).containsExactly("b");
  }

  @Test
  void slicesOfATableThatNobodyReadAreWrittenSideBySide() {
    ours.replace(NOTES, Set.of("mon"), rows("a mon"));
    theirs.replace(NOTES, Set.of("tue"), rows("b tue"));
    ours.replace(NOTES, Set.of("wed"), rows("c wed"));
    assertThat(ids()).containsExactly("a", "b", "c");
  }

  @Test
  void aRunIsNoRivalOfItself() {
    for (String id : List.of("a", "b", "c")) {
      ours.read(NOTES).count();
      ours.replace(NOTES, Set.of(id), rows(id + " " + id));
      ours.append(NOTES, rows("x" + id + " " + id));
    }
    assertThat(ids()).containsExactly("a", "b", "c", "xa", "xb", "xc");
  }
}
