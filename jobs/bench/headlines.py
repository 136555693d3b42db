"""headlines.py LAKE: transfers, volume, senders, mean, weighted and median cost of all cells, by DuckDB over silver."""

import os
import sys
import time

import duckdb
from deltalake import DeltaTable

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".ci"))
import second_opinion  # noqa: E402  the same costs, worked out without the product

CELLS = ["provider_type", "provider_id", "send_channel", "funding_instrument", "payout_instrument", "sender_sex"]
NUMBERS = """count(*), count(distinct sender), sum(principal * u), avg(pct), 100 * sum(cost) / sum(principal), median(pct)"""


def main(lake):
    db = duckdb.connect()
    start = time.time()
    for name, table in {"tx": "silver/tx", "mid": "silver/fx_mid", "gold": "gold/indicator_value"}.items():
        files = DeltaTable(f"{lake}/{table}").file_uris()
        db.execute(f"create view {name} as select * from read_parquet({files!r}, hive_partitioning=true,"
                   " hive_types_autocast=false)")
    for statement in (second_opinion.PREPARE + second_opinion.PREPARE_COSTS).split(";\n"):
        name = (statement.split("create ")[-1].split() + ["", ""])[1]
        if name.split("(")[0] in ("completed", "own", "bank_of", "banks", "asked", "worths", "ratio", "costed"):
            db.execute(statement)
    rows = 0
    for cell in ["'_T'", *CELLS]:
        rows += len(db.execute(f"select corridor, quarter, {cell}, {NUMBERS} from costed group by all").fetchall())
    print(f"{rows} cells in {time.time() - start:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1])
