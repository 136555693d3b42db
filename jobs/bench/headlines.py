"""headlines.py LAKE: transfers, volume, senders, mean, weighted and median cost of all cells, by DuckDB over silver."""

import os
import sys
import time

import duckdb

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".ci"))
import second_opinion  # noqa: E402  the same costs, worked out without the product

CELLS = ["provider_type", "provider_id", "send_channel", "funding_instrument", "payout_instrument", "sender_sex"]
NUMBERS = """count(*), count(distinct sender), sum(usd), avg(pct), 100 * sum(cost) / sum(costed), median(pct)"""
NEEDED = ["quarters", "completed", "own", "bank_of", "oldest", "spans", "worths", "ratio", "banks", "rates", "means",
          "profiled"]


def main(lake):
    db = duckdb.connect()
    start = time.time()
    for table in ("tx", "fx_mid"):
        second_opinion.open_view(db, lake, table)
    text = "".join((second_opinion.OPINION / file).read_text() for file in ("10_transfers.sql", "30_costs.sql"))
    for statement in text.split(";\n"):
        name = (statement.split("create ")[-1].split() + ["", ""])[1]
        if name.split("(")[0] in NEEDED:
            db.execute(statement)
    rows = 0
    for cell in ["'_T'", *CELLS]:
        rows += len(db.execute(f"select corridor, quarter, {cell}, {NUMBERS} from profiled group by all").fetchall())
    print(f"{rows} cells in {time.time() - start:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1])
