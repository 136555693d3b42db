package org.remitlake;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Map;
import java.util.Set;

@AnalyzeClasses(packages = "org.remitlake", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Set<String> RECORDS =
      Set.of(
          "contract",
          "time",
          "lake",
          "money",
          "transfer",
          "quote",
          "account",
          "registry",
          "survey",
          "reference");

  /** Package to the packages it may use. A package that is not listed here fails the build. */
  private static final Map<String, Set<String>> USES =
      Map.ofEntries(
          entry("contract", Set.of()),
          entry("time", Set.of()),
          entry("stats", Set.of()),
          entry("stata", Set.of()),
          entry("lake", Set.of("contract")),
          entry("money", Set.of("contract", "time")),
          entry("transfer", Set.of("contract", "money", "time")),
          entry("quote", Set.of("contract", "money", "time")),
          entry("account", Set.of("contract", "money", "time")),
          entry("registry", Set.of("contract", "time")),
          entry("survey", Set.of("contract", "time")),
          entry("reference", Set.of("contract", "time")),
          entry("synthetic", Set.of("contract", "time")),
          entry("ingest", RECORDS),
          entry("indicator", RECORDS),
          entry("cost", and(RECORDS, "indicator")),
          entry("frequency", and(and(RECORDS, "indicator"), "stats")),
          entry("household", and(and(RECORDS, "indicator"), "stats")),
          entry("savings", and(and(RECORDS, "indicator"), "stats")),
          entry("evaluation", and(and(RECORDS, "indicator"), "stats")),
          entry("funder", and(and(RECORDS, "indicator"), "evaluation")),
          entry("microdata", and(and(RECORDS, "ingest"), "stata")));

  @ArchTest static final ArchRule packages_form_the_declared_order = declared();

  @ArchTest
  static final ArchRule only_the_lake_names_delta =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.remitlake.lake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..");

  @ArchTest
  static final ArchRule statistics_do_not_know_spark =
      noClasses()
          .that()
          .resideInAnyPackage("org.remitlake.stats..", "org.remitlake.stata..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "io.delta..", "scala..");

  /** Spark's way to java.sql.Date needs a package that only some of its launchers open. */
  @ArchTest
  static final ArchRule dates_are_java_time =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.Date")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.Timestamp");

  /** A proposal takes seconds: it is plain Java. Nothing of ingest waits for it. */
  @ArchTest
  static final ArchRule a_proposal_starts_no_spark =
      noClasses()
          .that()
          .resideInAnyPackage("org.remitlake.ingest.proposal..", "org.remitlake.ingest.form..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark..",
              "org.apache.hadoop..",
              "org.remitlake.ingest",
              "org.remitlake.ingest.rule..");

  @ArchTest
  static final ArchRule ingest_does_not_know_proposals =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.remitlake.ingest", "org.remitlake.ingest.file..", "org.remitlake.ingest.rule..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.remitlake.ingest.proposal..");

  @ArchTest
  static final ArchRule the_library_does_not_know_what_time_it_is =
      noClasses()
          .should()
          .callMethodWhere(describe("a clock is read", ArchitectureTest::readsClock));

  @ArchTest
  static final ArchRule the_library_opens_no_session =
      noClasses()
          .should()
          .callMethod(org.apache.spark.sql.SparkSession.class, "builder")
          .orShould()
          .callMethod(org.apache.spark.sql.SparkSession.class, "active");

  private static Set<String> and(Set<String> some, String one) {
    Set<String> all = new java.util.TreeSet<>(some);
    all.add(one);
    return all;
  }

  private static boolean readsClock(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    String method = call.getName();
    return switch (owner) {
      case "java.lang.System" -> Set.of("currentTimeMillis", "nanoTime").contains(method);
      case "org.apache.spark.sql.functions" ->
          Set.of("current_date", "current_timestamp", "now", "unix_timestamp").contains(method)
              && call.getTarget().getRawParameterTypes().isEmpty();
      default ->
          owner.startsWith("java.time.") && (method.equals("now") || method.startsWith("system"));
    };
  }

  private static ArchRule declared() {
    LayeredArchitecture rule =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.remitlake..")
            .ensureAllClassesAreContainedInArchitecture();
    for (String name : USES.keySet()) {
      rule = rule.layer(name).definedBy("org.remitlake." + name + "..");
    }
    for (Map.Entry<String, Set<String>> e : USES.entrySet()) {
      var layer = rule.whereLayer(e.getKey());
      rule =
          e.getValue().isEmpty()
              ? layer.mayNotAccessAnyLayer()
              : layer.mayOnlyAccessLayers(e.getValue().toArray(String[]::new));
    }
    return rule;
  }
}
