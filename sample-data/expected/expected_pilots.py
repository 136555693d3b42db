"""What savings, surveys and pilots of the sample should give, worked out without the product.

Usage (from the top of the project):

    python3 sample-data/expected/expected_pilots.py [DELIVERIES [OUTPUT]]

rewrites the files below beside this one (or in OUTPUT); same inputs, same bytes. Python's standard library only.
As expected.py it shares nothing with the Java code but the layouts in conf/, the plans in conf/pilots and the
catalogue's definitions; truth/ is not read. delivered_pilots.py reads, small_stats.py calculates.

retention.csv     C13, C14 by country, quarter of the credit, dimension and pilot
uptake.csv        C23 by pilot, arm and quarter
survey.csv        C01 and D01 by country, wave and domain, in percent
balance.csv       E01;  effect.csv  E10 and E11 with CR1 and CR2
rows_pilots.csv   rows of each file by outcome, and how many rows each rule marked
marks_pilots.csv  every row that is set aside, a duplicate, or marked by K03 or S09, with its line

value: 12 significant digits; empty where there is none, null_reason says why.
"""
import csv
import math
import sys
from collections import Counter, defaultdict
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from delivered import CONF, SAMPLE, yaml
from delivered_pilots import load
from expected import quarter, twelve_digits
from small_stats import Regression, t_quantile, t_tail

HERE = Path(__file__).resolve().parent
HOME = {"TJK": "TJS", "ARM": "AMD"}
ZERO = Decimal(0)


# ---- ledgers: K03 and C13 ---------------------------------------------------------------------------------------

def break_ledgers(held):
    """Marks balances that do not follow from the balance before and the postings between (K03)."""
    moved, balances = defaultdict(list), defaultdict(list)
    for p in held["posting"]:
        signed = p.amount if p.direction == "C" else -p.amount
        moved[p.bank_id, p.account_pid].append((p.booked_at.date(), signed))
    for b in held["balance"]:
        balances[b.bank_id, b.account_pid].append(b)
    opened = {(a.bank_id, a.account_pid): a.opened_on for a in held["account"]}
    books = {bank: min(p.booked_at.date() for p in held["posting"] if p.bank_id == bank)
             for bank in {p.bank_id for p in held["posting"]}}
    for account, own in balances.items():
        own.sort(key=lambda b: b.as_of_on)
        before = None
        for b in own:
            since, opening = (before.as_of_on, before.closing_balance) if before else (None, ZERO)
            between = sum((v for day, v in moved[account] if day <= b.as_of_on and (not since or day > since)), ZERO)
            # an account opens with nothing: its first balance tells where the books reach back to that day
            known = before or account in opened and opened[account] >= books.get(b.bank_id, b.as_of_on)
            if known and abs(opening + between - b.closing_balance) > Decimal("0.01"):
                b.marks["K03"] += 1
            before = b


def quarters_before(label, n):
    i = int(label[:4]) * 4 + int(label[-1]) - 1 - n
    return f"{i // 4}-Q{i % 4 + 1}"


def resting(postings, newest_first, days=30):
    """What is left of each remittance at the end of its last day (30): posting id -> amount. One holder at one bank.

    A lot is [remittance or None, amount, last day on which withdrawals count]; what is consumed later stays kept.
    """
    lots, kept, done = defaultdict(list), {}, set()
    sides = defaultdict(dict)
    for p in postings:
        if p.own_transfer_group:
            sides[p.own_transfer_group][p.direction] = p

    def take(account, amount):
        taken = []
        while amount > 0 and lots[account]:
            lot = lots[account][-1 if newest_first else 0]
            part = min(lot[1], amount)
            taken.append([lot[0], part, lot[2]])
            lot[1] -= part
            amount -= part
            if not lot[1]:
                lots[account].remove(lot)
        return taken, amount

    for p in postings:
        day = p.booked_at.date()
        group = p.own_transfer_group
        if group and len(sides[group]) == 2:
            if group not in done:  # both sides at once: which one the bank wrote first does not matter
                done.add(group)
                taken, rest = take(sides[group]["D"].account_pid, p.amount)
                arrives = lots[sides[group]["C"].account_pid]
                if rest:
                    arrives.append([None, rest, day])
                arrives += reversed(taken) if newest_first else taken  # the oldest stays the oldest
        elif p.direction == "C":
            is_remittance = p.type == "REMIT_CREDIT"
            lots[p.account_pid].append([p.posting_id if is_remittance else None, p.amount, day + timedelta(days)])
            if is_remittance:
                kept[p.posting_id] = p.amount
        else:
            for credit, part, until in take(p.account_pid, p.amount)[0]:
                if credit and day <= until:
                    kept[credit] -= part
    return kept


def retention(held):
    accounts = {(a.bank_id, a.account_pid): a for a in held["account"]}
    broken = set()
    covered = {}
    for b in held["balance"]:
        covered[b.bank_id] = max(covered.get(b.bank_id, b.as_of_on), b.as_of_on)
        if b.marks["K03"]:
            label = quarter(b.as_of_on)
            broken |= {(b.bank_id, b.account_pid, label), (b.bank_id, b.account_pid, quarters_before(label, 1))}
    taken_back = {(p.bank_id, p.reverses_posting_id) for p in held["posting"] if p.reverses_posting_id}
    holders = defaultdict(list)
    for p in held["posting"]:
        covered[p.bank_id] = max(covered.get(p.bank_id, p.booked_at.date()), p.booked_at.date())
        a = accounts.get((p.bank_id, p.account_pid))
        if a and not p.reverses_posting_id and (p.bank_id, p.posting_id) not in taken_back:  # K04
            p.account = a
            holders[p.bank_id, a.customer_pid].append(p)
    cells = defaultdict(list)
    for postings in holders.values():
        postings.sort(key=lambda p: (p.booked_at, p.posting_id))
        lifo, fifo, longer = resting(postings, True), resting(postings, False), resting(postings, True, 90)
        for p in postings:
            if p.posting_id not in lifo:
                continue
            day, a = p.booked_at.date(), p.account
            p.kept = {"_T": lifo[p.posting_id], "fifo": fifo[p.posting_id], "d90": longer[p.posting_id]}
            p.is_open_90 = day + timedelta(90) > covered[p.bank_id]
            p.reason = ("LEDGER_BREAK" if (p.bank_id, p.account_pid, quarter(day)) in broken
                        else "FOREIGN_CURRENCY" if a.currency != HOME[p.country]
                        else "WINDOW_OPEN" if day + timedelta(30) > covered[p.bank_id] else "")
            for pilot in {"_T", a.pilot_code or "_T"}:
                for dimension in ("_T", "bank_id", "product_code", "customer_sex", "region"):
                    value = "_T" if dimension == "_T" else getattr(a, dimension) or "U"
                    cells[p.country, quarter(day), dimension, value, pilot].append(p)
    for key, rows in cells.items():
        why = Counter(p.reason for p in rows)
        missing = why["LEDGER_BREAK"]
        for indicator, variant in (("C13", "_T"), ("C13", "fifo"), ("C13", "d90"), ("C14", "_T")):
            good = [p for p in rows if not p.reason and not (variant == "d90" and p.is_open_90)]
            still_open = sum(not p.reason for p in rows) - len(good) + why["WINDOW_OPEN"]
            reason = ("" if good and missing * 10 <= 3 * (len(good) + missing) else "Q_MISSING" if good
                      else "WINDOW_OPEN" if still_open == len(rows) else "EMPTY")
            if indicator == "C14":
                over, under = sum(10 * p.kept["_T"] >= p.amount for p in good), len(good)
            else:
                over, under = sum(p.kept[variant] for p in good), sum(p.amount for p in good)
            yield (indicator, variant, *key, len(good), len({p.account.customer_pid for p in good}), missing,
                   still_open, why["FOREIGN_CURRENCY"], digits(None if reason else 100 * Decimal(over) / under),
                   reason)


# ---- registers: C23 ---------------------------------------------------------------------------------------------

def months_later(day, months):
    i = day.year * 12 + day.month - 1 + months
    for last in (day.day, 30, 29, 28):
        try:
            return day.replace(year=i // 12, month=i % 12 + 1, day=min(day.day, last))
        except ValueError:
            pass


def takes_part(unit):
    return unit.has_consent and not unit.withdrawn_on


def uptake(held):
    opened = {}
    for e in held["funnel"]:
        if e.stage == "OPENED":
            key = e.pilot_code, e.subject_pid
            opened[key] = min(opened.get(key, e.event_at.date()), e.event_at.date())
    for pilot in held["pilot"]:
        clusters = {c.cluster_id: c for c in held["cluster"] if c.pilot_code == pilot.pilot_code}
        first = min(c.treated_from for c in clusters.values() if c.treated_from)
        # a control cluster's window begins with the pilot's first offer
        start = {k: c.treated_from or first for k, c in clusters.items()}
        units = [u for u in held["unit"] if u.pilot_code == pilot.pilot_code and u.cluster_id in clusters]
        for arm in sorted({u.assigned_arm for u in units}):
            own = [u for u in units if u.assigned_arm == arm]
            eligible = [u for u in own if takes_part(u)]
            for months in (3, 12):
                n = 0
                for u in eligible:
                    day, begins = opened.get((pilot.pilot_code, u.subject_pid)), start[u.cluster_id]
                    n += bool(day and begins <= day < months_later(begins, months))
                closes = max(months_later(start[u.cluster_id], months) for u in own)
                label = quarter(first)
                while label <= quarter(pilot.end_on):
                    is_closed = quarter(closes - timedelta(1)) <= label
                    yield ("C23", f"m{months}", pilot.country, label, pilot.pilot_code, arm, len(eligible),
                           len(own) - len(eligible), n if is_closed else "",
                           digits(Decimal(100 * n) / len(eligible) if is_closed else None),
                           "" if is_closed else "WINDOW_OPEN")
                    label = quarters_before(label, -1)


# ---- household surveys: C01, D01 --------------------------------------------------------------------------------

def share(units, in_domain):
    """A share of yes in a domain: (stratum, psu, weight, yes or None, …) of all units, those outside it too."""
    inside = [u for u in units if in_domain(u) and u["yes"] is not None]
    if not inside:
        return None
    weight = math.fsum(u["w"] for u in inside)
    p = math.fsum(u["w"] * u["yes"] for u in inside) / weight
    psus = {(u["stratum"], u["psu"]): [] for u in units}
    for u in inside:
        psus[u["stratum"], u["psu"]].append(u["w"] * (u["yes"] - p) / weight)
    strata = defaultdict(list)
    for (stratum, _), z in psus.items():
        strata[stratum].append(math.fsum(z))
    everywhere = math.fsum(t for totals in strata.values() for t in totals) / len(psus)
    variance = 0.0
    for totals in strata.values():
        n = len(totals)
        centre = math.fsum(totals) / n if n > 1 else everywhere
        variance += (n / (n - 1) if n > 1 else 1) * math.fsum((t - centre) ** 2 for t in totals)
    present = {u["stratum"] for u in inside}
    df = sum(len(strata[s]) - 1 for s in present)
    n = len(inside)
    spread = math.fsum(u["w"] * (u["yes"] - p) ** 2 for u in inside) / weight * n / (n - 1) if n > 1 else 0
    se = math.sqrt(variance)
    # one PSU in each stratum, or equal answers only: the variance is 0, which is not certainty
    inside_psus = {(u["stratum"], u["psu"]) for u in inside}
    if not 0 < p < 1 or len(inside_psus) <= len(present):
        return (digits(100 * p), *[""] * 7, n)
    reach, at = t_quantile(df) * se / (p * (1 - p)), math.log(p / (1 - p))
    low, high = (100 / (1 + math.exp(-at - s * reach)) for s in (-1, 1))
    return (digits(100 * p), digits(100 * se), digits(low), digits(high), df,
            digits(variance / (spread / n) if spread else None), len(psus), len(strata), n)


def surveys(held):
    pilots = {p.pilot_code for p in held["pilot"]}
    waves = defaultdict(list)
    for h in held["household"]:
        if h.survey not in pilots and h.result_code == "COMPLETE" and h.weight_hh and h.weight_hh > 0:
            waves[h.country, h.survey, h.wave].append(h)
    members = defaultdict(list)
    for m in held["member"]:
        members[m.survey, m.wave, m.hh_id].append(m)
    for (country, survey, wave), households in sorted(waves.items()):
        base = [{"stratum": h.stratum, "psu": h.psu, "w": float(h.weight_hh), "yes": h.remit_received_12m,
                 "asked": True, "urbanity": h.urbanity or "U", "region": h.region or "U", "hh": h}
                for h in households]
        # where one adult was selected, only that one has a weight; else the household's is everybody's
        selected = any(m.weight_person is not None for m in held["member"] if (m.survey, m.wave) == (survey, wave))
        adults = []
        for b in base:
            for m in members[survey, wave, b["hh"].hh_id]:
                weight = m.weight_person if selected else b["hh"].weight_hh
                if m.age is not None and m.age >= 15 and weight and weight > 0:
                    adults.append({**b, "w": float(weight), "yes": m.account_own, "sex": m.sex,
                                   "asked": b["hh"].remit_received_12m is True})
        for indicator, units, dimensions in (("D01", base, ("urbanity", "region")),
                                             ("C01", adults, ("urbanity", "region", "sex"))):
            for dimension in ("_T", *dimensions):
                for value in ["_T"] if dimension == "_T" else sorted({u[dimension] for u in units}):
                    def inside(u):
                        return u["asked"] and (dimension == "_T" or u[dimension] == value)
                    missing = sum(inside(u) and u["yes"] is None for u in units)
                    row = share(units, inside)
                    lacking = row and missing * 10 > 3 * (row[-1] + missing)
                    if row and not lacking:
                        yield (indicator, country, wave, dimension, value, *row, missing, "")
                    else:
                        yield (indicator, country, wave, dimension, value, *[""] * 8, row[-1] if row else 0,
                               missing, "Q_MISSING" if row else "EMPTY")


# ---- pilots: E01, E10, E11 --------------------------------------------------------------------------------------

def plan_of(path):
    """A plan of analysis: numbers as numbers, remarks behind values cut off."""
    plan = {k: v.split("#")[0].strip() if isinstance(v, str) else v for k, v in yaml(path).items()}
    return {k: int(v) if isinstance(v, str) and v.isdigit() else v for k, v in plan.items()}


def trial(held, plan):
    """Units that take part, as assigned, with their answers by wave and variable."""
    blocks = {c.cluster_id: c.block for c in held["cluster"] if c.pilot_code == plan["pilot"]}
    answers = defaultdict(dict)
    for h in held["household"]:
        if h.survey == plan["pilot"] and h.result_code in ("COMPLETE", "PARTIAL"):
            for name in ("hh_size", "income_12m", "consumption_month", "debt_amount", "remit_received_12m",
                         "bank_saving_12m"):
                if getattr(h, name) is not None:
                    answers[h.panel_hh_id][h.wave, name] = Fraction(getattr(h, name))
    units = []
    for u in sorted(held["unit"], key=lambda u: u.subject_pid):
        if u.pilot_code == plan["pilot"] and takes_part(u) and u.cluster_id in blocks:
            units.append((u.assigned_arm, u.cluster_id, blocks[u.cluster_id], answers[u.hh_id]))
    return units


def average(values):
    return sum(values) / len(values)


def variance(values):
    return sum((v - average(values)) ** 2 for v in values) / (len(values) - 1)


def balance(held, plan):
    units, control = trial(held, plan), plan["control_arm"]
    for arm in sorted({u[0] for u in units} - {control}):
        for covariate in plan["covariates"]:
            key = plan["baseline_wave"], covariate
            one, zero = ([u[3][key] for u in units if u[0] == a and key in u[3]] for a in (arm, control))
            missing = sum(u[0] in (arm, control) and key not in u[3] for u in units)
            v1, v0 = variance(one), variance(zero)
            gap = float(average(one) - average(zero))
            smd = gap / math.sqrt((v1 + v0) / 2)
            flag = "ACT" if abs(smd) > 0.25 else "LOOK" if abs(smd) > 0.10 else ""
            numbers = (average(one), average(zero), math.sqrt(v1), math.sqrt(v0), smd, gap / math.sqrt(v1 + v0))
            yield (plan["pilot"], arm, covariate, key[0], *map(digits, numbers), len(one), len(zero), missing, flag)


def effects(held, plan):
    everybody, control = trial(held, plan), plan["control_arm"]
    for arm in sorted({u[0] for u in everybody} - {control}):
        assigned = [u for u in everybody if u[0] in (arm, control)]
        for outcome in [plan["primary"], *plan["secondary"]]:
            before, after = (plan["baseline_wave"], outcome), (plan["endline_wave"], outcome)
            units = [u for u in assigned if after in u[3]]
            y = [u[3][after] for u in units]
            blocks = sorted({u[2] for u in units}) if str(plan.get("blocks", "true")) == "true" else []
            plain = [[1, int(u[0] == arm), *(int(u[2] == b) for b in blocks[1:])] for u in units]
            overall = [u[3][before] for u in units if before in u[3]]
            old = []
            for u in units:
                of_block = [v[3][before] for v in units if v[2] == u[2] and before in v[3]]
                old.append(u[3].get(before, average(of_block or overall)))
            lacks = [int(before not in u[3]) for u in units]
            ancova = [[*row, o, *([m] if any(lacks) else [])] for row, o, m in zip(plain, old, lacks)]
            of_control = [v for u, v in zip(units, y) if u[0] == control]
            treated, untreated = ({u[1] for u in units if u[0] == a} for a in (arm, control))
            for estimator, x in (("E10", plain), ("E11", ancova)):
                model = Regression(x, y, [u[1] for u in units])
                trusted = model.cr2(1)[1] >= 5  # else CR1 would claim what CR2 does not
                for kind, (se, df) in (("CR1", model.cr1(1)), ("CR2", model.cr2(1))):
                    tau = model.beta[1]
                    reach = t_quantile(df) * se
                    ends = (tau - reach, tau + reach) if trusted else (None, None)
                    numbers = (tau, se, df, tau / se, t_tail(tau / se, df), *ends)
                    last = (average(of_control), tau / math.sqrt(variance(of_control)), model.r_squared)
                    yield (plan["pilot"], outcome, estimator, arm, kind, *map(digits, numbers), len(units),
                           len(treated), len(untreated), len(assigned), *map(digits, last))


# ---- output -----------------------------------------------------------------------------------------------------

def digits(value):
    if isinstance(value, Fraction):
        value = Decimal(value.numerator) / Decimal(value.denominator)
    return "" if value is None else twelve_digits(value)


def write(folder, name, header, rows):
    with open(folder / name, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header.split())
        writer.writerows(rows)


def main():
    deliveries = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE / "deliveries"
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE
    records, held = load(deliveries)
    break_ledgers(held)
    write(folder, "retention.csv", "indicator_id variant corridor period dimensions dimension_values pilot_code n"
          " units ledger_break window_open foreign_currency value null_reason", sorted(retention(held)))
    write(folder, "uptake.csv", "indicator_id variant corridor period pilot_code arm_code n no_consent opened value"
          " null_reason", sorted(uptake(held)))
    write(folder, "survey.csv", "indicator_id corridor period dimensions dimension_values value standard_error ci_low"
          " ci_high df deff n_psu n_strata n n_missing null_reason", sorted(surveys(held)))
    plans = [plan_of(p) for p in sorted((CONF / "pilots").glob("*.yaml"))]
    write(folder, "balance.csv", "pilot_code arm_code covariate wave mean_arm mean_control sd_arm sd_control smd"
          " normalised_difference n_arm n_control n_missing flag", [r for p in plans for r in balance(held, p)])
    write(folder, "effect.csv", "pilot_code outcome estimator arm_code se_type estimate standard_error df t_statistic"
          " p_value ci_low ci_high n clusters_treated clusters_control n_assigned control_mean effect_sd r_squared",
          [r for p in plans for r in effects(held, p)])
    files, marks = defaultdict(Counter), []
    for r in (r for rows in records.values() for r in rows):
        files[r.file].update(["rows_read", r.outcome])
        rules = r.bad or set(r.marks)
        if r.outcome == "accepted":
            files[r.file].update(rules)
        for rule in sorted(rules & {"K03", "S09"} if r.outcome == "accepted" else rules or {"-"}):
            marks.append((r.file, r.line, rule, "flag" if r.outcome == "accepted" else r.outcome))
    columns = "rows_read accepted duplicate quarantined S05 S06 S09 K03"
    write(folder, "rows_pilots.csv", "file " + columns.lower(),
          ([name, *(c[k] for k in columns.split())] for name, c in sorted(files.items())))
    write(folder, "marks_pilots.csv", "file line rule outcome", sorted(marks))


if __name__ == "__main__":
    main()
