"""A second opinion on gold.indicator_value: definitions of the catalogue in plain SQL over silver, in DuckDB.

second_opinion.py LAKE      fails where a value differs by more than 1e-9 of itself, is missing, or should not be there

The SQL is that of SecondOpinionTest, which runs it on made-up rows: a file says in its first lines which tables of
silver it needs, and is passed over on a lake without one of them. A value that it works out is a column of a table
opinion_*, see 00_comparison.sql. It shares nothing with the product but silver.
"""

import re
import sys
from pathlib import Path

import duckdb
from deltalake import DeltaTable

# Names of types that DuckDB calls otherwise.
GAINED = {"string": "varchar", "long": "bigint"}
NESTED = {"array", "map", "struct"}
OPINION = Path(__file__).parents[1] / "jobs/src/test/resources/org/remitlake/jobs/opinion"


def open_view(db, lake, table):
    """Whether the table is there; if so, the files of its last version can be read by its name."""
    folder = f"{lake}/{table.replace('gold.', 'gold/')}" if "gold." in table else f"{lake}/silver/{table}"
    if not DeltaTable.is_deltatable(folder):
        return False
    delta = DeltaTable(folder)
    paths = delta.file_uris()
    if paths:
        rows = f"read_parquet({paths!r}, union_by_name=true, hive_partitioning=true, hive_types_autocast=false)"
        stored = {name for name, *_ in db.execute(f"describe select * from {rows}").fetchall()}
        # Files of an earlier version lack columns that the table has gained.
        gained = [f', null::{GAINED.get(field.type.type, field.type.type)} as "{field.name}"'
                  for field in delta.schema().fields if field.name not in stored and field.type.type not in NESTED]
        db.execute(f"create view if not exists {table.split('.')[-1]} as select *{''.join(gained)} from {rows}")
    return bool(paths)


def run(db, lake):
    """Works out all that the lake has the tables for."""
    for file in sorted(OPINION.glob("*.sql")):
        sql = file.read_text()
        tables = {kind: re.findall(r"\S+", names) for kind, names in re.findall(r"^-- (needs|may have): (.*)$", sql, re.M)}
        missing = [table for table in tables["needs"] if not open_view(db, lake, table)]
        if missing:
            print(f"{file.name} passed over: the lake has no {', '.join(missing)}")
            continue
        for table in tables.get("may have", []):
            open_view(db, lake, table)
        db.execute(sql)


def main(lake):
    if not DeltaTable.is_deltatable(f"{lake}/gold/indicator_value"):
        raise SystemExit(f"{lake}: no gold.indicator_value to compare with.")
    db = duckdb.connect()
    run(db, lake)
    names = db.execute("select table_name from duckdb_tables() where table_name like 'opinion_%' order by 1").fetchall()
    for name, in names:
        db.execute(f"insert into comparison from compared('{name}')")
    count, series, differing = db.execute(
        "select count(*), count(distinct series), count_if(differs) from comparison").fetchone()
    print(f"{count} values of {series} series compared with SQL over silver, {differing} differ")
    if differing or not count:
        rows = db.execute("select * from comparison where differs order by all limit 20").fetchall()
        raise SystemExit("\n".join(f"{series} {cell}: gold {gold}, SQL {sql}" for series, cell, gold, sql, _ in rows))


if __name__ == "__main__":
    main(sys.argv[1])
