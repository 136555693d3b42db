"""What the indicators of the sample should be, worked out without the product.

Usage (from the top of the project):

    python3 sample-data/expected/expected.py

rewrites sample-data/expected/indicators.csv and sample-data/expected/rows.csv; same inputs, same bytes.
Python's standard library only. Nothing is shared with the Java code but how the partners' files are
laid out (conf/providers, conf/codes.yaml) and the catalogue's definitions; truth/ is not read.
delivered.py beside this file reads, this file computes.

indicators.csv  n = records behind the value; units = distinct (provider, sender) behind them, for B02
                distinct (provider, beneficiary), for quotes distinct providers. A cell without any
                record has no line. value: 12 significant digits, HALF_UP.
rows.csv        rows of an ignored file (F01) are not read; a row replaced by a later version of its file
                (T01) is accepted where it stands; an RPW record holds two amounts and counts twice.
"""
import bisect
import csv
import math
import re
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Context, Decimal, getcontext
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

from delivered import load

# 50 digits: sums of amounts are exact, quotients as good as exact beside any double
getcontext().prec, getcontext().rounding = 50, ROUND_HALF_UP

HERE = Path(__file__).resolve().parent
ZONE = {"RUS": "Europe/Moscow", "KAZ": "Asia/Almaty", "TJK": "Asia/Dushanbe", "ARM": "Asia/Yerevan"}
OWN = {"TJK": ("NBT", "TJS"), "ARM": ("CBA", "AMD")}  # central bank of reference and its currency


# ---- reference rates --------------------------------------------------------------------------------------------

class Rates:
    """Official rates by source and currency, in the bank's own currency per unit."""

    def __init__(self, records):
        self.series = {}
        self.repaired = []
        for source, currency in sorted({(r.fx_source, r.base_currency) for r in records}):
            rows = sorted((r for r in records if (r.fx_source, r.base_currency) == (source, currency)),
                          key=lambda r: r.rate_date)
            raw = [r.value / r.nominal for r in rows]
            unit = []
            for i, value in enumerate(raw):
                near = [v for j, v in enumerate(raw) if j != i and abs(j - i) <= 5
                        and abs((rows[j].rate_date - rows[i].rate_date).days) <= 31]
                slip = math.log10(value / median(near)) if near else 0
                if round(slip) and abs(slip - round(slip)) < 0.1:  # X01
                    value = value.scaleb(-round(slip))
                    self.repaired.append((rows[i].file, currency, rows[i].rate_date))
                unit.append(value)
            self.series[source, currency] = [r.rate_date for r in rows], unit

    def own(self, source, currency, day):
        dates, unit = self.series.get((source, currency), ([], []))
        i = bisect.bisect_right(dates, day) - 1
        age = 12 if (day.month, day.day) >= (12, 28) or (day.month, day.day) <= (1, 15) else 6
        return unit[i] if i >= 0 and (day - dates[i]).days <= age else None

    def rate(self, country, base, quote, day):
        source, own = OWN[country]
        pair = [Decimal(1) if c == own else self.own(source, c, day) for c in (base, quote)]
        return None if None in pair else (pair[0] / pair[1]).quantize(Decimal("1e-12"))


# ---- transfers --------------------------------------------------------------------------------------------------

def quarter(day):
    return f"{day.year}-Q{(day.month + 2) // 3}"


def final_states(events):
    last = {}
    for e in sorted(events, key=lambda e: (e.status_at, e.event_seq)):
        last[e.provider_id, e.transaction_id] = e
    return last


def completed(events, rates):
    """COMPLETED transfers with S, F, R, their cost in percent (or None), USD and local equivalents."""
    result = []
    for _, t in sorted(final_states(events).items()):
        if t.status not in ("PAID", "PARTIAL_REFUND") or t.is_p2p != "true":
            continue
        t.S, t.F, t.R = t.send_amount, t.fee_amount, t.receive_amount
        if t.fee_included == "true":
            t.S -= t.F
        if t.status == "PARTIAL_REFUND":
            kept = 1 - (t.refunded_amount or 0) / t.send_amount
            t.S, t.F, t.R = ((x * kept).quantize(Decimal("0.0001")) for x in (t.S, t.F, t.R))
        if t.S <= 0 or t.R <= 0:
            continue
        if t.fee_currency != t.send_currency:
            raise SystemExit(f"fee in another currency: {t.transaction_id}")  # no rule was needed so far
        t.corridor = t.send_country + "-" + t.receive_country
        priced = t.initiated_at.astimezone(ZoneInfo(ZONE[t.send_country])).date()
        received = t.paid_at.astimezone(ZoneInfo(ZONE[t.receive_country])).date() if t.paid_at else None
        t.period, t.receipt_period = quarter(priced), quarter(received) if received else None
        t.u = rates.rate(t.receive_country, t.send_currency, "USD", priced)
        t.usd = t.S * t.u if t.u else None
        t.fee_pct = 100 * t.F / t.S
        t.cost = t.cost_pct = t.margin_pct = t.lcu = None
        if t.receive_currency != t.send_currency:  # otherwise nobody knows what was paid out
            m = rates.rate(t.receive_country, t.send_currency, t.receive_currency, priced)
            cost = t.F + t.S - t.R / m if m else None
            if m and -5 <= 100 * cost / t.S <= 60:
                t.cost, t.cost_pct, t.margin_pct = cost, 100 * cost / t.S, 100 * (1 - t.R / (t.S * m))
        if t.receive_currency == OWN[t.receive_country][1]:
            t.lcu = t.R
        elif received:
            local = rates.rate(t.receive_country, t.receive_currency, OWN[t.receive_country][1], received)
            t.lcu = t.R * local if local else None
        t.sender, t.beneficiary = (t.provider_id, t.sender_pid), (t.provider_id, t.beneficiary_pid)
        result.append(t)
    return result


def mean(numbers):
    return sum(numbers) / len(numbers)


def vw_cost(costed):
    """A30 in the one send currency of the cell; where currencies mix, both sums in USD."""
    if len({t.send_currency for t in costed}) == 1:
        return 100 * sum(t.cost for t in costed) / sum(t.S for t in costed)
    return 100 * sum(t.cost * t.u for t in costed) / sum(t.usd for t in costed)


def cell(rows):
    """Indicators of one corridor, quarter of pricing and dimension value: (id, variant) -> (records, value)."""
    costed = [t for t in rows if t.cost is not None]
    usd = [t for t in rows if t.usd is not None]
    lcu = [t for t in rows if t.lcu is not None]
    digital = [t for t in rows if t.payout_instrument in ("ACCOUNT", "CARD", "WALLET")]
    out = {"A01": (rows, lambda: mean([t.fee_pct for t in rows])),
           "A02": (costed, lambda: mean([t.margin_pct for t in costed])),
           "A03": (costed, lambda: mean([t.cost_pct for t in costed])),
           "A30": (costed, lambda: vw_cost(costed)),
           "A31": (costed, lambda: mean([t.cost_pct for t in costed])),
           "A32": (costed, lambda: median([t.cost_pct for t in costed])),
           "B01": (rows, lambda: people(rows)),
           "B03": (rows, lambda: len(rows)),
           "B04": (usd, lambda: sum(t.usd for t in usd)),
           "B05": (lcu, lambda: sum(t.lcu for t in lcu)),
           "B06": (rows, lambda: Decimal(len(rows)) / people(rows)),
           "B07": (usd, lambda: sum(t.usd for t in usd) / people(rows)),
           "B08": (usd, lambda: mean([t.usd for t in usd])),
           "B09": (usd, lambda: median([t.usd for t in usd])),
           "C10 n": (rows, lambda: Decimal(100 * len(digital)) / len(rows)),
           "C10 value": (usd, lambda: 100 * sum(t.usd or 0 for t in digital) / sum(t.usd for t in usd))}
    return {(*k.split(), "_T")[:2]: (behind, value()) for k, (behind, value) in out.items() if behind}


def people(rows, who="sender"):
    return len({getattr(t, who) for t in rows})


def transfer_indicators(transfers):
    for dimension in ("_T", "provider_type", "provider_id", "send_channel", "funding_instrument", "payout_instrument",
                      "sender_sex", "sender_age_band", "receive_region"):
        priced, received = defaultdict(list), defaultdict(list)
        for t in transfers:
            value = "_T" if dimension == "_T" else getattr(t, dimension) or "U"
            priced[t.corridor, t.period, dimension, value].append(t)
            if t.receipt_period:
                received[t.corridor, t.receipt_period, dimension, value].append(t)
        for key, rows in priced.items():
            for (indicator, variant), (behind, value) in cell(rows).items():
                yield ("tx", indicator, variant, *key, len(behind), people(behind), value)
        for key, rows in received.items():
            n = people(rows, "beneficiary")
            yield ("tx", "B02", "_T", *key, len(rows), n, n)


# ---- quotes -----------------------------------------------------------------------------------------------------

def quote_cost(q):
    if q.transparent != "true":
        return None  # Q02: a margin of 0 that was never told is unknown; nor is the rest in an average
    if q.source == "RPW":
        return q.total_cost_pct  # the Bank averages what it states
    if not q.applied_rate or not q.interbank_rate:
        return None
    return 100 * q.fee_amount / q.send_amount + 100 * (1 - q.applied_rate / q.interbank_rate)


def qualifies(q):
    """SmaRT: at most five days, and within reach: coverage counts for services needing a place (A12 b)."""
    place = "CASH" in (q.funding_instrument, q.payout_instrument) or not q.payout_instrument
    reachable = not place or getattr(q, "coverage", None) in ("HIGH", "MEDIUM")
    return q.speed_class != "D6PLUS" and reachable


def quote_indicators(quotes):
    cells = defaultdict(list)
    for q in quotes:
        q.cost_pct = quote_cost(q)
        q.provider = getattr(q, "provider_id", None) or q.provider_name
        if q.cost_pct is not None and q.amount_tier in ("200", "500"):
            period = re.sub(r"^(\d{4})_(\d)Q$", r"\1-Q\2", q.period)
            cells[f"{q.send_country}-{q.receive_country}", period, q.amount_tier].append(q)
    for (corridor, period, tier), rows in cells.items():
        key = "usd" + tier, corridor, period, "_T", "_T"
        yield ("quote", "A10", *key, len(rows), len({q.provider for q in rows}), mean([q.cost_pct for q in rows]))
        best = sorted((q for q in rows if qualifies(q)), key=lambda q: (q.cost_pct, q.fee_amount, q.provider))[:3]
        if tier == "200" and best:
            yield ("quote", "A12", *key, len(best), len({q.provider for q in best}), mean([q.cost_pct for q in best]))


# ---- output -----------------------------------------------------------------------------------------------------

def twelve_digits(value):
    rounded = Context(prec=12, rounding=ROUND_HALF_UP).create_decimal(Decimal(value))
    return format(rounded.normalize(), "f") if rounded else "0"


def write(name, header, rows):
    with open(HERE / name, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header.split())
        writer.writerows(rows)


def main():
    records, ignored, events = load()
    good = defaultdict(list)
    counts = {name: Counter() for name in ignored}
    for r in records:
        outcome = "quarantined" if r.bad else "duplicate" if r.again else "accepted"
        counts.setdefault(r.file, Counter()).update([outcome, "rows_read"])
        if outcome == "accepted":
            good[r.contract].append(r)
    rates = Rates(good["fx"])
    lines = list(transfer_indicators(completed(events, rates))) + list(quote_indicators(good["quote"]))
    write("indicators.csv", "basis indicator_id variant corridor period dimensions dimension_values n units value",
          sorted((*line[:-1], twelve_digits(line[-1])) for line in lines))
    columns = "rows_read accepted duplicate quarantined"
    write("rows.csv", "file " + columns,
          ([name, *(c[k] for k in columns.split())] for name, c in sorted(counts.items())))


if __name__ == "__main__":
    main()
