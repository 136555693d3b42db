package org.remitlake.jobs;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;
import static org.remitlake.contract.Field.measure;

import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.contract.Unit;

/** {@code ops.run}: one run of a job; the only table that every run writes to. */
final class OpsRun {
  static final Field RUN_ID = identifier("run_id", StringType, "Random");
  static final Field MONTH = attribute("month", StringType, "Month of the start, as 2024-01");
  static final Field JOB = attribute("job", StringType, "Command");
  static final Field ARGUMENTS = attribute("arguments", StringType, "Options as given");
  static final Field STARTED_AT = attribute("started_at", TimestampType, "Start");
  static final Field WALL_MS = measure("wall_ms", LongType, Unit.NUMBER, "Duration, milliseconds");
  static final Field EXIT_CODE = attribute("exit_code", IntegerType, "0 done, 4 with reservations");
  static final Field DELTA_COMMITS =
      measure("delta_commits", LongType, Unit.NUMBER, "Commits to tables other than this one");
  static final Field SPARK_JOBS = measure("spark_jobs", LongType, Unit.NUMBER, "Spark jobs");
  static final Field FACTS = attribute("facts", StringType, "What the run reports, as json");
  static final Field CODE_VERSION = attribute("code_version", StringType, "Version of Remitlake");

  static final TableContract CONTRACT =
      TableContract.table(
          "ops.run",
          "One run of a job that ended with 0 or 4",
          MONTH,
          RUN_ID,
          MONTH,
          JOB,
          ARGUMENTS,
          STARTED_AT,
          WALL_MS,
          EXIT_CODE,
          DELTA_COMMITS,
          SPARK_JOBS,
          FACTS,
          CODE_VERSION);

  private OpsRun() {}
}
