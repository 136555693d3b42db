"""further_day.py LAKE N: adds N transfers to the last quarter of silver.tx, copies of its first under new references."""

import sys
import time

import pyarrow as pa
import pyarrow.compute as pc
from deltalake import DeltaTable, write_deltalake


def main(lake, n):
    table = DeltaTable(f"{lake}/silver/tx")
    last = max(action["quarter"] for action in table.partitions())
    rows = table.to_pyarrow_dataset().filter(pc.field("quarter") == last).head(n)
    at = rows.schema.get_field_index("transaction_id")
    reference = pc.binary_join_element_wise(rows["transaction_id"], pa.scalar(f"-{time.time_ns()}"), "")
    write_deltalake(table, rows.set_column(at, rows.schema.field(at), reference), mode="append")
    print(f"{len(rows)} transfers more in {last}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
