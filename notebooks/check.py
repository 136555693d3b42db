"""Compares what the notebook shows with the lake, read a second time.

The notebook reads with delta-rs and selects with pandas. Here the same versions of the tables are read
as Parquet by DuckDB, and SQL says anew what may be shown; a wrong, missing or withheld number fails.
"""

from numbers import Number

import duckdb
import pandas as pd
from deltalake import DeltaTable

PUBLISHABLE = "value IS NOT NULL AND suppression_code IS NULL"

EXPECTED = {
    "cost": f"""
        SELECT * FROM gold_indicator_value
        WHERE (indicator_id, basis, variant) IN (('A30', 'tx', '_T'), ('A10', 'quote', 'usd200'))
          AND dimensions = '_T' AND period_type = 'Q' AND {PUBLISHABLE}
          AND corridor IN (SELECT corridor FROM gold_indicator_value
                           WHERE indicator_id = 'A30' AND dimensions = '_T')""",
    "uptake": f"""
        SELECT * FROM gold_indicator_value
        WHERE indicator_id = 'C23' AND {PUBLISHABLE}
        QUALIFY period = max(period) OVER (PARTITION BY pilot_code, variant)
            AND NOT (numerator BETWEEN 1 AND 2 OR denominator - numerator BETWEEN 1 AND 2)""",
    "effect": """
        SELECT * EXCLUDE (ci_low, ci_high, p_value),
               CASE WHEN cr2_df >= 5 THEN ci_low END AS ci_low, CASE WHEN cr2_df >= 5 THEN ci_high END AS ci_high,
               CASE WHEN cr2_df >= 5 OR se_type = 'CR2' THEN p_value END AS p_value
        FROM (SELECT *, max(df) FILTER (se_type = 'CR2') OVER (PARTITION BY pilot_code, outcome, arm_code) AS cr2_df
              FROM gold_effect WHERE estimator = 'E11')
        LEFT JOIN (SELECT DISTINCT pilot_code, outcome, unit FROM silver_outcome) USING (pilot_code, outcome)""",
    "balance": "SELECT * FROM gold_balance",
    "survey": f"""
        SELECT * FROM gold_indicator_value
        WHERE indicator_id IN ('D01', 'C01') AND dimensions = '_T' AND variant NOT LIKE '% %' AND {PUBLISHABLE}""",
    "funnel": """
        WITH stages AS (
          SELECT unnest(['ELIGIBLE', 'REACHED', 'AWARE', 'INTERESTED', 'APPLIED', 'APPROVED', 'OPENED', 'FUNDED',
                         'ACTIVE_30D', 'ACTIVE_90D', 'PERSIST_180D', 'PERSIST_365D']) AS stage,
                 unnest(range(12)) AS place,
                 unnest([0, 0, 0, 0, 0, 0, 0, 0, 30, 90, 180, 365]) AS days),
        units AS (
          SELECT pilot_code, assigned_arm AS arm_code, subject_pid FROM silver_assignment
          WHERE has_consent AND withdrawn_on IS NULL),
        passed AS (
          SELECT * FROM units JOIN silver_funnel_event USING (pilot_code, subject_pid) JOIN stages USING (stage)
          UNION ALL BY NAME SELECT *, 'ELIGIBLE' AS stage, 0 AS place FROM units),
        windows AS (
          SELECT pilot_code, stage,
                 coalesce(days > 0 AND max(event_at) + to_days(days) > any_value(end_on) + INTERVAL 1 DAY, false)
                   AS is_open
          FROM stages CROSS JOIN silver_pilot
          LEFT JOIN (SELECT pilot_code, event_at FROM passed WHERE stage = 'OPENED') USING (pilot_code)
          GROUP BY pilot_code, stage, days),
        counts AS (
          SELECT arms.pilot_code, arms.arm_code, s.stage, eligible,
                 count(DISTINCT subject_pid) FILTER (p.stage = s.stage OR s.place >= 4 AND p.place >= s.place) AS n
          FROM (SELECT pilot_code, arm_code, count(*) AS eligible FROM units GROUP BY ALL) arms
          CROSS JOIN stages s
          LEFT JOIN passed p ON p.pilot_code = arms.pilot_code AND p.arm_code = arms.arm_code
          GROUP BY ALL)
        SELECT *, CASE WHEN NOT is_open AND n NOT BETWEEN 1 AND 2 AND eligible - n NOT BETWEEN 1 AND 2
                       THEN n END AS reached
        FROM counts JOIN windows USING (pilot_code, stage)""",
}

# The people whom the funnel counts must be those of gold: opened within 12 months, and eligible.
SAME_PEOPLE = """
    WITH offers AS (
      SELECT pilot_code, cluster_id,
             coalesce(treated_from, min(treated_from) OVER (PARTITION BY pilot_code)) AS offered_from
      FROM silver_cluster),
    opened AS (
      SELECT pilot_code, subject_pid, min(event_at) AS opened_at
      FROM silver_funnel_event WHERE stage = 'OPENED' GROUP BY ALL)
    SELECT pilot_code, assigned_arm AS arm_code, count(*) AS eligible,
           count(*) FILTER (opened_at >= offered_from AND opened_at < offered_from + INTERVAL 12 MONTH) AS opened
    FROM silver_assignment JOIN offers USING (pilot_code, cluster_id) LEFT JOIN opened USING (pilot_code, subject_pid)
    WHERE has_consent AND withdrawn_on IS NULL GROUP BY ALL"""


def connect(lake, versions):
    """The tables, at their versions, as views such as gold_effect."""
    connection = duckdb.connect()
    connection.sql("SET TimeZone = 'UTC'")
    for table, version in versions.items():
        files = DeltaTable(f"{lake}/{table}", version=version).file_uris()
        connection.sql(f"""
            CREATE VIEW {table.replace("/", "_")} AS SELECT * FROM
            read_parquet({files}, hive_partitioning = true, hive_types_autocast = false, union_by_name = true)""")
    return connection


def lines(frame, columns):
    """Rows as plain values in a fixed order: every number a float, every kind of missing None."""

    def plain(value):
        return None if pd.isna(value) else float(value) if isinstance(value, Number) else str(value)

    return sorted((tuple(map(plain, row)) for row in frame[columns].itertuples(index=False)), key=repr)


def verify(lake, versions, shown):
    """Fails unless the frames shown are, to the last bit, what the lake says may be shown."""
    assert set(shown) == set(EXPECTED), f"shown {sorted(shown)}, expected {sorted(EXPECTED)}"
    connection = connect(lake, versions)
    for name, frame in shown.items():
        columns = list(frame.columns)
        mine, theirs = lines(frame, columns), lines(connection.sql(EXPECTED[name]).df(), columns)
        assert theirs, f"{name}: the lake has nothing to show"
        different = [row for row in mine if row not in theirs] + [row for row in theirs if row not in mine]
        assert mine == theirs, f"{name}: {len(different)} rows differ from the lake, as {different[:2]}"
        print(f"{name:<8} {len(mine):>4} rows equal the lake's")

    differing = connection.sql(f"""
        SELECT * FROM ({SAME_PEOPLE}) JOIN gold_indicator_value USING (pilot_code, arm_code)
        WHERE indicator_id = 'C23' AND variant = 'm12' AND value IS NOT NULL
          AND (denominator <> eligible OR numerator <> opened)""")
    assert not differing.fetchall(), "C23 counts other people than the funnel does"
    print("C23 and the funnel count the same people")
