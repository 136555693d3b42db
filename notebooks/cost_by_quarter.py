"""Draws what sending cost, by corridor and quarter: paid (A30) beside quoted (A10, USD 200).

Usage: python cost_by_quarter.py LAKE OUT.svg
"""

import sys

import matplotlib

matplotlib.use("Agg")
matplotlib.rcParams["svg.hashsalt"] = "remitlake"  # the same picture for the same numbers
import matplotlib.pyplot as plt
import pyarrow.compute as pc
from deltalake import DeltaTable

SERIES = {("tx", "A30", "_T"): ("paid, volume-weighted", "-"), ("quote", "A10", "usd200"): ("quoted, USD 200", "--")}
CORRIDORS = {"RUS-TJK": "#1b6ca8", "RUS-ARM": "#c2571a"}


def main(lake, out):
    values = DeltaTable(f"{lake}/gold/indicator_value").to_pyarrow_table()
    values = values.filter(pc.equal(values["dimensions"], "_T")).to_pylist()
    figure, axes = plt.subplots(figsize=(7.5, 3.6))
    for corridor, colour in CORRIDORS.items():
        for (basis, indicator, variant), (label, line) in SERIES.items():
            points = sorted(
                (v["period"], v["value"])
                for v in values
                if v["corridor"] == corridor
                and (v["basis"], v["indicator_id"], v["variant"]) == (basis, indicator, variant)
                and v["value"] is not None
            )
            axes.plot(*zip(*points), line, color=colour, marker="o", markersize=3, label=f"{corridor} {label}")
    axes.axhline(3, color="grey", linewidth=0.8, linestyle=":")
    axes.annotate("SDG 10.c reference, 3 %", (0, 3), xytext=(0, 3), textcoords="offset points", fontsize=8, color="grey")
    axes.set_ylim(0, 3.6)
    axes.set_ylabel("% of principal")
    axes.set_title("Cost of sending, synthetic sample", loc="left", fontsize=10)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(fontsize=8, frameon=False, ncol=2, loc="lower center")
    figure.tight_layout()
    figure.savefig(out, metadata={"Date": None})


if __name__ == "__main__":
    main(*sys.argv[1:])
