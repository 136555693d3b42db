"""Looks at lakes with delta-rs and DuckDB, which share no code with Spark.

tables.py versions LAKE          the Delta version of each table but ops/run, which every run writes
tables.py same TABLES LAKE...    fails unless the tables (comma-separated) hold the same rows in all lakes
"""

import sys
from pathlib import Path

import duckdb
from deltalake import DeltaTable, QueryBuilder

# Where a row came from, and in which order files were met: no part of what the row says.
PROVENANCE = {"batch_id", "file_id", "line_no", "precedence"}


def versions(lake):
    logs = sorted(Path(lake).rglob("_delta_log"))
    tables = [log.parent.relative_to(lake).as_posix() for log in logs]
    if not tables:
        raise SystemExit(f"{lake}: no Delta table in it.")
    for table in tables:
        if table != "ops/run":
            print(table, DeltaTable(f"{lake}/{table}").version())


def content(lake, table):
    """Columns, number of rows, and a hash that the order of rows does not change."""
    delta = DeltaTable(f"{lake}/{table}")
    columns = sorted({field.name for field in delta.schema().fields} - PROVENANCE)
    names = ", ".join(f'"{name}"' for name in columns)
    rows = QueryBuilder().register("t", delta).execute(f"SELECT {names} FROM t")
    count, digest = duckdb.sql("SELECT count(*), sum(hash(rows)::HUGEINT) FROM rows").fetchall()[0]
    return columns, count, digest


def same(tables, lakes):
    differing = 0
    for table in tables.split(","):
        found = [content(lake, table) for lake in lakes]
        equal = all(one == found[0] for one in found) and found[0][1] > 0
        differing += not equal
        print("same  " if equal else "DIFFER", table, [count for _, count, _ in found], "rows")
    if differing:
        raise SystemExit(f"{differing} tables differ or are empty in {', '.join(lakes)}.")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["versions", lake]:
            versions(lake)
        case ["same", tables, *lakes] if len(lakes) > 1:
            same(tables, lakes)
        case _:
            raise SystemExit(__doc__)
