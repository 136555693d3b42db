package org.remitlake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for every table, found by its constants. */
class TableContractsTest {
  private static final Map<String, DataType> TYPE_BY_PART =
      Map.of(
          "is_", DataTypes.BooleanType,
          "has_", DataTypes.BooleanType,
          "_on", DataTypes.DateType,
          "_at", DataTypes.TimestampType);
  private static final Map<String, Unit> UNIT_BY_SUFFIX =
      Map.of("_usd", Unit.USD, "_lcu", Unit.LCU, "_pct", Unit.PERCENT, "_share", Unit.PERCENT);

  /** A constant of a class that describes a table. */
  record Constant(String owner, String name, Field field) {
    @Override
    public String toString() {
      return owner + "." + name;
    }
  }

  private static final List<TableContract> TABLES = new ArrayList<>();
  private static final List<Constant> FIELDS = new ArrayList<>();

  @BeforeAll
  static void findConstants() throws IllegalAccessException {
    for (JavaClass c :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.remitlake")) {
      for (java.lang.reflect.Field f : c.reflect().getDeclaredFields()) {
        if (!Modifier.isStatic(f.getModifiers())) {
          continue;
        }
        f.setAccessible(true);
        if (f.getType() == TableContract.class) {
          TABLES.add((TableContract) f.get(null));
        } else if (f.getType() == Field.class) {
          FIELDS.add(new Constant(c.getSimpleName(), f.getName(), (Field) f.get(null)));
        }
      }
    }
    assertThat(TABLES).hasSizeGreaterThan(7);
    assertThat(FIELDS).hasSizeGreaterThan(150);
  }

  @Test
  void aTableHasAKeyAndDistinctColumns() {
    for (TableContract table : TABLES) {
      assertThat(table.identifiers()).as(table.table()).isNotEmpty();
      assertThat(table.fields()).extracting(Field::name).doesNotHaveDuplicates();
      assertThat(table.doc()).as(table.table()).isNotBlank();
      assertThat(table.table()).matches("(bronze|silver|gold|ops)\\.[a-z_]+");
    }
    assertThat(TABLES).extracting(TableContract::table).doesNotHaveDuplicates();
  }

  @Test
  void aSliceIsTextSinceItsValuesAreFolderNames() {
    for (TableContract table : TABLES) {
      assertThat(table.slice().type()).as(table.table()).isEqualTo(DataTypes.StringType);
    }
  }

  @Test
  void theUnitStandsInTheName() {
    for (Constant constant : FIELDS) {
      Field field = constant.field();
      UNIT_BY_SUFFIX.forEach(
          (suffix, unit) -> {
            if (field.name().endsWith(suffix)) {
              assertThat(field.unit()).as("unit of %s", constant).isEqualTo(unit);
            }
          });
      if (UNIT_BY_SUFFIX.containsValue(field.unit())) {
        assertThat(UNIT_BY_SUFFIX.entrySet())
            .as("%s has unit %s, which its name does not say", constant, field.unit())
            .anyMatch(e -> e.getValue() == field.unit() && field.name().endsWith(e.getKey()));
      }
    }
  }

  @Test
  void theKindOfValueStandsInTheName() {
    for (Constant constant : FIELDS) {
      String name = constant.field().name();
      TYPE_BY_PART.forEach(
          (part, type) -> {
            if (part.startsWith("_") ? name.endsWith(part) : name.startsWith(part)) {
              assertThat(constant.field().type()).as("type of %s", constant).isEqualTo(type);
            }
          });
    }
  }

  @Test
  void namesAndCommentsAreFitForReaders() {
    for (Constant constant : FIELDS) {
      assertThat(constant.field().name()).matches("[a-z][a-z0-9_]*");
      assertThat(constant.field().doc()).as("%s", constant).isNotBlank().doesNotContain("\n");
    }
  }

  @Test
  void theConstantIsTheUpperCaseOfTheNameOrItsBeginning() {
    for (Constant constant : FIELDS) {
      assertThat(constant.field().name().toUpperCase(Locale.ROOT)).startsWith(constant.name());
    }
  }
}
