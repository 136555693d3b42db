package org.remitlake.contract;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.remitlake.testing.SparkTest;

@SparkTest
class TableContractTest {
  private static final Field ID = Field.identifier("id", StringType, "Key");
  private static final Field DAYS = Field.measure("days", IntegerType, Unit.NUMBER, "How long");
  private static final TableContract STAYS =
      TableContract.table("silver.stay", "A stay", ID, ID, DAYS);

  private static Dataset<Row> rows(SparkSession spark, String select) {
    return spark.sql("select " + select);
  }

  @Test
  void conformGivesTheTablesColumnsInItsOrderWithComments(SparkSession spark) {
    Dataset<Row> stays = STAYS.conform(rows(spark, "true as more, 3 as days, 'a' as id"));
    assertThat(stays.columns()).containsExactly("id", "days");
    assertThat(stays.schema().apply("days").getComment().get()).isEqualTo("How long [number]");
    assertThat(stays.schema().apply("id").getComment().get()).isEqualTo("Key");
  }

  @Test
  void conformRefusesMissingAndMistypedColumnsAllAtOnce(SparkSession spark) {
    assertThatThrownBy(() -> STAYS.conform(rows(spark, "3L as days")))
        .isInstanceOf(ContractViolation.class)
        .hasMessage(
            "silver.stay: no column id; days is bigint, not int. Nothing was written. The rows were"
                + " derived wrongly: this is a defect of Remitlake, please report it with this"
                + " line.");
  }

  @Test
  void conformKeepsTypesApartThatDifferInScaleOnly(SparkSession spark) {
    Field money = Field.measure("paid", Field.MONEY, Unit.SEND_CURRENCY, "Paid");
    TableContract contract = TableContract.table("silver.pay", "A payment", ID, ID, money);
    Dataset<Row> rows = rows(spark, "'a' as id, cast(1 as decimal(19,2)) as paid");
    assertThatThrownBy(() -> contract.conform(rows))
        .isInstanceOf(ContractViolation.class)
        .hasMessageContaining("paid is decimal(19,2), not decimal(19,4)");
    assertThat(contract.conform(rows.withColumn("paid", col("paid").cast(Field.MONEY))).columns())
        .hasSize(2);
  }

  @Test
  void aSliceMustBeAColumnOfTheTable() {
    assertThatThrownBy(() -> TableContract.table("silver.stay", "A stay", ID, DAYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("silver.stay: slice and indexed fields must be its columns.");
  }

  @Test
  void anIndexedFieldMustBeAColumnOfTheTable() {
    assertThatThrownBy(() -> TableContract.table("silver.stay", "A stay", ID, ID).indexedBy(DAYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("silver.stay: slice and indexed fields must be its columns.");
  }

  @Test
  void provenanceIsNoContent() {
    Field file = Field.provenance("file_id", StringType, "File");
    TableContract contract = TableContract.table("silver.stay", "A stay", ID, ID, DAYS, file);
    assertThat(contract.content()).containsExactly(ID, DAYS);
    assertThat(contract.identifiers()).containsExactly(ID);
  }

  @Test
  void aDeliverysKeyMustBeMadeOfItsFields() {
    assertThatThrownBy(
            () ->
                DeliveryContract.delivery(
                    "stay",
                    java.util.List.of("person"),
                    DeliveredField.required("id", Kind.TEXT, "Key")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stay: the key must be made of its fields.");
  }
}
