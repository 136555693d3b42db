"""Reads ledgers, registers and household surveys out of the delivered files: rules F01, F04, F05, F10, M01, M02,
K01, S05, S06 and S09 applied.

Part of expected_pilots.py, which see. Layouts come from conf/providers and conf/surveys; which cells a row must
have, and the codes of each field, are written down here once more, on purpose.
"""
import hashlib
from collections import Counter, defaultdict
from decimal import Decimal
from types import SimpleNamespace

from delivered import CONF, decimal_mark, fold, moment, number, profile_of, raw_records, squeeze, unmangle, yaml

# key, then fields: * must be there; what follows the colon is how it is read, or its codes
CONTRACTS = {
    "account": ("bank_id account_pid", """
        bank_id* country* account_pid* customer_pid* product_code* pilot_code opened_on*:date
        opened_channel*:BRANCH|AGENT|APP|REMOTE_ABROAD opened_by*:BENEFICIARY|MIGRANT currency* is_joint*:flag
        status*:OPEN|DORMANT|BLOCKED|CLOSED closed_on:date
        close_reason:CUSTOMER|RETURNED_HOME|DORMANT|BANK|DEATH|U first_deposit_on:date customer_sex:F|M|U
        age_band region"""),
    "posting": ("bank_id posting_id", """
        bank_id* country* posting_id* account_pid* booked_at*:time value_on*:date direction*:C|D amount*:number
        currency* type*:POSTED end_to_end_id is_customer_initiated*:flag reverses_posting_id own_transfer_group"""),
    "balance": ("bank_id account_pid as_of_on",
                "bank_id* country* account_pid* as_of_on*:date closing_balance*:number"),
    "funnel": ("subject_pid product_code stage", """
        subject_pid* product_code* pilot_code event_at*:time stage*:STAGE"""),
    "pilot": ("pilot_code", """
        pilot_code* country* title* product_code* implementer* partner_bank* design* assignment_unit*
        eligibility_rule* frame_sha256* start_on*:date end_on*:date baseline_wave*:whole endline_wave*:whole"""),
    "arm": ("pilot_code arm_code", "pilot_code* arm_code* is_control*:flag product_terms*"),
    "cluster": ("pilot_code cluster_id", """
        cluster_id* pilot_code* cluster_type* region* block* size_frame*:whole arm_code* assigned_on*:date
        assignment_prob*:number seed* treated_from:date treated_to:date"""),
    "unit": ("pilot_code subject_pid", """
        subject_pid* pilot_code* cluster_id* eligible_from*:date assigned_arm* hh_id has_consent*:flag
        withdrawn_on:date"""),
    "household": ("survey wave hh_id", """
        survey* country* wave*:whole hh_id* panel_hh_id stratum* psu* weight_hh:number region urbanity:U|R
        interviewed_on:date interviewer_id result_code*:COMPLETE|PARTIAL|REFUSED|NO_CONTACT|NOT_ELIGIBLE
        hh_size:whole income_12m:number consumption_month:number remit_received_12m:flag remit_amount:number
        remit_currency:TJS|RUB|USD|AMD remit_frequency:WEEKLY|FORTNIGHTLY|MONTHLY|QUARTERLY|SEASONAL|ONCE|YEAR
        remit_times_12m:whole use_food:flag use_housing:flag use_health:flag use_education:flag use_ceremony:flag
        use_debt:flag use_business:flag use_durables:flag use_saving:flag use_other:flag
        last_channel:BANK|MTO|POST|APP|CARRIED_SELF|CARRIED_OTHER|HAWALA|OTHER
        last_payout:CASH|ACCOUNT|CARD|WALLET|HOME_DELIVERY bank_saving_12m:flag debt_amount:number"""),
    "member": ("survey wave hh_id person_no", """
        survey* country* wave*:whole hh_id* person_no*:whole sex*:F|M|U age:whole is_head:flag edu_isced:whole
        account_own:flag weight_person:number"""),
}
LISTS = {
    "POSTED": "REMIT_CREDIT|CASH_IN|CASH_OUT|ATM|CARD_POS|TRANSFER_OWN|TRANSFER_OTHER|SALARY|PENSION|INTEREST|FEE|TAX"
              "|LOAN_DISB|LOAN_REPAY|REVERSAL",
    "STAGE": "ELIGIBLE|REACHED|AWARE|INTERESTED|APPLIED|APPROVED|OPENED|FUNDED|ACTIVE_30D|ACTIVE_90D|PERSIST_180D"
             "|PERSIST_365D"}
SURVEYS = {"household", "member"}
FLAGS = {"1": True, "0": False, "true": True, "false": False}


def fields_of(contract):
    for word in CONTRACTS[contract][1].split():
        name, _, kind = word.partition(":")
        yield name.rstrip("*"), name.endswith("*"), LISTS.get(kind, kind) or "text"


def typed(word, kind, mark, profile):
    """The value that a cell holds, or None where it cannot be read."""
    if kind in ("number", "whole"):
        value = number(word, mark)
        return value if kind == "number" or value is None else int(value)
    if kind in ("date", "time"):
        when = moment(word, profile)
        return when.date() if when and kind == "date" else when
    if kind == "flag":
        return FLAGS.get(word.casefold())
    return word if kind == "text" or word in kind.split("|") else None


def fault(contract, kind):
    """The rule that an unreadable cell breaks."""
    if kind in ("number", "whole"):
        return "F05"
    return "F10" if kind in ("date", "time") else "S09" if contract in SURVEYS else "M02"


def read(path, profile):
    """Records of one file: `bad` holds the rules that set it aside, `marks` those that only mark it."""
    contract, columns = profile["contract"], profile["columns"]
    columns = {field: [n.casefold() for n in names] for field, names in columns.items()}
    rows = list(raw_records(path, profile))
    numeric = [n for f, _, kind in fields_of(contract) if kind in ("number", "whole") for n in columns.get(f, [])]
    mark = decimal_mark((c.get(n) or "" for _, c in rows if c for n in numeric), profile.get("decimal_mark", "."))
    meanings = {field: fold(words) for field, words in profile.get("values", {}).items()}
    missing = profile.get("missing", {})
    for line, cells in rows:
        r = SimpleNamespace(file=path.name, line=line, contract=contract, bad=set(), marks=Counter())
        if cells is None:
            r.bad.add("F04")
            yield r
            continue
        for field, must, kind in fields_of(contract):
            word = next((cells[n] for n in columns.get(field, []) if cells.get(n) is not None), "").strip(" \t\r\n")
            why = {**missing.get("*", {}), **missing.get(field, {})}.get(word)
            if why:
                r.marks["S06" if why in ("SKIPPED", "NOT_APPLICABLE") else "S05"] += 1
                word = ""
            word = word or profile.get("constants", {}).get(field, "")
            if kind not in ("number", "whole", "date", "time"):
                word = unmangle(word)
                word = meanings.get(field, {}).get(word.casefold(), word)
            value = typed(word, kind, mark, profile) if word else None
            setattr(r, field, value)
            if not word and must:
                r.bad.add("M01")
            elif word and value is None:
                rule = fault(contract, kind)
                if rule == "S09" and not must:
                    r.marks[rule] += 1
                else:
                    r.bad.add(rule)
        yield r


def load(folder):
    """All records by contract, each with `outcome`; those that hold (the last delivered of a key), by contract."""
    profiles = [yaml(p) for kind in ("providers", "surveys") for p in sorted((CONF / kind).glob("*.yaml"))]
    records, hashes = defaultdict(list), set()
    for path in sorted((p for p in folder.iterdir() if p.name[0] not in "_."), key=lambda p: p.name):
        profile = profile_of(path.name, profiles)
        digest = hashlib.sha256(path.read_bytes()).digest()
        if profile["contract"] in CONTRACTS and digest not in hashes:
            records[profile["contract"]] += read(path, profile)
        hashes.add(digest)
    holding = {}
    for contract, rows in records.items():
        key = CONTRACTS[contract][0].split()
        held, seen = {}, defaultdict(list)
        for r in rows:  # files in order of their names, which carry period and version
            r.outcome = "quarantined" if r.bad else "accepted"
            if r.bad:
                continue
            k = tuple(getattr(r, f) for f in key)
            payload = {f: getattr(r, f) for f, _, _ in fields_of(contract)}
            if payload in seen[k]:
                r.outcome = "duplicate"
            seen[k].append(payload)
            held[k] = r
        holding[contract] = list(held.values())
    return records, holding
