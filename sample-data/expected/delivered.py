"""Reads what partners delivered: canonical records out of the files, with rules F01, F03-F06 and T01-T14 applied.

Part of expected.py, which see. How a partner's file is laid out comes from conf/providers, the words for
countries and currencies from conf/codes.yaml; everything else is written down here once more, on purpose.
"""
import csv
import fnmatch
import hashlib
import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

SAMPLE = Path(__file__).resolve().parents[1]
SOURCES = [SAMPLE / "deliveries", SAMPLE / "real"]
CONF = SAMPLE.parent / "conf"

ISO_4217 = set("""AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL
HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD
MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND
VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWL""".split())

NUMBERS = {"send_amount", "fee_amount", "receive_amount", "refunded_amount", "applied_fx_rate", "applied_rate",
           "interbank_rate", "fx_margin_pct", "total_cost_pct", "nominal", "value"}
TIMES = {"initiated_at", "available_at", "paid_at", "status_at"}
DATES = {"rate_date", "collected_on"}
MANDATORY = {
    "transfer": "transaction_id event_seq initiated_at send_country receive_country send_amount send_currency"
                " fee_amount fee_currency receive_amount receive_currency send_channel funding_instrument"
                " payout_instrument status status_at sender_pid beneficiary_pid",
    # shorter than the contract: RPW has no provider codes, channels or coverage, at times no pick-up method
    "quote": "period send_country receive_country send_amount send_currency fee_amount transparent",
    "fx": "rate_date base_currency nominal value"}
CODES = {"status": "INITIATED SENT AVAILABLE PAID CANCELLED REFUNDED REVERSED PARTIAL_REFUND REJECTED TEST",
         "send_channel": "BRANCH AGENT POST_OFFICE KIOSK WEB APP CALL_CENTRE EMPLOYER",
         "funding_instrument": "CASH CARD ACCOUNT WALLET PAYROLL OTHER",
         "payout_instrument": "CASH ACCOUNT CARD WALLET HOME_DELIVERY OTHER", "sender_sex": "F M U"}
CODES = {field: set(words.split()) for field, words in CODES.items()}


# ---- profiles: the few forms of YAML that conf/ uses ------------------------------------------------------------

TOKEN = re.compile(r'"[^"]*"|[\[\]{},]|:(?= )|[^\[\]{},":]+(?::(?! )[^\[\]{},":]*)*')


def flow(tokens):
    token = tokens.pop(0)
    if token == "[":
        items = []
        while tokens[0] != "]":
            items.append(flow(tokens))
            if tokens[0] == ",":
                tokens.pop(0)
        tokens.pop(0)
        return items
    if token == "{":
        pairs = {}
        while tokens[0] != "}":
            key = flow(tokens)
            tokens.pop(0)  # the colon
            pairs[key] = flow(tokens)
            if tokens[0] == ",":
                tokens.pop(0)
        tokens.pop(0)
        return pairs
    return token[1:-1].replace("\\t", "\t") if token.startswith('"') else token


def yaml(path):
    root = {}
    stack = [(-1, root)]
    for line in path.read_text("utf-8").splitlines():
        found = re.fullmatch(r'( *)("[^"]*"|[^\s"#:-][^":]*):(?: +(.*))?', line)
        if not found:
            continue  # comments, and the items of `ignore:`, which nothing here needs
        indent, key, rest = len(found[1]), found[2].strip('"'), (found[3] or "").strip()
        while stack[-1][0] >= indent:
            stack.pop()
        tokens = [t.strip() for t in TOKEN.findall(rest)]
        value = flow([t for t in tokens if t]) if rest else {}
        stack[-1][1][key] = value
        if not rest:
            stack.append((indent, value))
    return root


def fold(words):
    return {word.strip().casefold(): code for word, code in words.items()}


def profile_of(name, profiles):
    for profile in profiles:
        pattern = profile["files"]
        inner = re.search(r"\{(.*)}", pattern)
        options = [pattern.replace(inner[0], o) for o in inner[1].split(",")] if inner else [pattern]
        if any(fnmatch.fnmatchcase(name, o) for o in options):
            return profile
    raise SystemExit("no profile for " + name)


# ---- cells ------------------------------------------------------------------------------------------------------

def decode(data):
    """F03: a byte-order mark goes; what is not UTF-8 is windows-1251."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("windows-1251")


def unmangle(word):
    """F03: UTF-8 that was once read as Latin-1 or windows-1252 shows runs of Ð and Ñ."""
    if re.search("[ÐÑ]", word):
        for once in ("latin-1", "windows-1252"):
            try:
                return word.encode(once).decode("utf-8")
            except UnicodeError:
                pass
    return word


def squeeze(cell):
    return re.sub(r"[\s\u00a0\u202f'’]", "", cell)


def decimal_mark(cells, default):
    """F05: cells that can be read in one way only vote for the mark of the file."""
    votes = Counter()
    for cell in map(squeeze, cells):
        marks = re.findall("[.,]", cell)
        if len(set(marks)) == 2 or len(marks) == 1 and not re.fullmatch(r"-?[1-9]\d{0,2}[.,]\d{3}", cell):
            votes[marks[-1]] += 1
    return votes.most_common(1)[0][0] if votes else default


def number(cell, mark):
    cell = squeeze(cell)
    if {".", ","} <= set(cell):
        mark = max(".,", key=cell.rfind)  # both present: the last one is decimal
    group = "," if mark == "." else "."
    plain = rf"-?\d+(\{mark}\d+)?"
    grouped = rf"-?\d{{1,3}}(\{group}\d{{3}})+(\{mark}\d+)?"
    if re.fullmatch(plain, cell) or re.fullmatch(grouped, cell):
        return Decimal(cell.replace(group, "").replace(mark, "."))
    return None


def moment(cell, profile):
    layout = profile.get("date_layout", "")
    if layout:
        cell = re.sub(r"^(\d\d)[./](\d\d)[./](\d{4})", r"\3-\2-\1", cell)
    try:
        when = datetime.fromisoformat(re.sub("Z$", "+00:00", cell))
    except ValueError:
        return None
    if when.tzinfo is None and "timezone" in profile:
        when = when.replace(tzinfo=ZoneInfo(profile["timezone"]))
    return when


# ---- files ------------------------------------------------------------------------------------------------------

def raw_records(path, profile):
    """Yields (line, {column: cell} or None when the row is not as wide as the header)."""
    if profile["format"] == "delimited":
        text = io.StringIO(decode(path.read_bytes()), newline="")
        reader = csv.reader(text, delimiter=profile.get("delimiter", ","))
        header = [h.strip().casefold() for h in next(reader)]
        while True:
            line = reader.line_num + 1  # where the record begins: quoted cells may hold line breaks
            row = next(reader, None)
            if row is None:
                return
            if row:
                yield line, dict(zip(header, row)) if len(row) == len(header) else None
    else:  # one element per record; what stands above the records holds for each of them
        if profile["format"] == "xml":
            root = ET.fromstring(path.read_bytes())
            top = root.attrib
            records = [{**{c.tag: c.text for c in e}, **e.attrib} for e in root.iter(profile["record"])]
        else:
            top = json.loads(decode(path.read_bytes()), parse_float=str, parse_int=str)
            records = list(top[profile["record"]].values())
        for i, record in enumerate(records):
            cells = {k.casefold(): v for k, v in record.items()}
            cells.update({"document " + k.casefold(): top[k] for k in profile["document"]})
            yield i + 1, cells


def read(path, profile, codes):
    """Canonical records of one file; `bad` is the reason why a record is set aside."""
    contract, constants = profile["contract"], profile.get("constants", {})
    rows = list(raw_records(path, profile))
    columns = [{field: ["document " + name] for name, field in profile.get("document", {}).items()}]
    columns[0].update(profile["columns"])
    tiers = [None]
    if "tiers" in profile:
        tiers = list(profile["tiers"])
        columns = [{**profile["columns"], **profile["tiers"][tier]} for tier in tiers]
    columns = [{f: [n.casefold() for n in names] for f, names in one.items()} for one in columns]
    numeric = [n for one in columns for f, names in one.items() if f in NUMBERS for n in names]
    mark = decimal_mark((c.get(n) or "" for _, c in rows if c for n in numeric), profile.get("decimal_mark", "."))
    values = {field: fold(words) for field, words in profile.get("values", {}).items()}
    records = []
    for line, cells in rows:
        for tier, layout in zip(tiers, columns):
            r = SimpleNamespace(file=path.name, line=line, contract=contract, bad=None)
            records.append(r)
            if cells is None:
                r.bad = "F04"
                continue
            for field, value in constants.items():
                setattr(r, field, Decimal(value) if field in NUMBERS else value)
            if tier:
                r.amount_tier = tier
            for field, names in layout.items():
                cell = next((cells[n] for n in names if cells.get(n) is not None), "").strip(" \t\r\n")
                setattr(r, field, canonical(field, cell, mark, profile, values.get(field, {}), codes))
            if any(getattr(r, field, None) is None for field in MANDATORY[contract].split()):
                r.bad = "T08" if any(getattr(r, f, "") is None for f in vars(r) if f.endswith("currency")) else "M"
            elif contract == "transfer":
                r.bad = judge(r)
    return records


def canonical(field, cell, mark, profile, words, codes):
    if not cell:
        return None
    if field in NUMBERS:
        return number(cell, mark)
    if field in TIMES or field in DATES:
        when = moment(cell, profile)
        return when.date() if when and field in DATES else when
    if field == "event_seq":
        return int(cell) if cell.isdigit() else None
    cell = unmangle(cell)
    cell = words.get(cell.casefold(), cell)
    if field.endswith("country"):
        cell = codes["country"].get(cell.casefold(), cell)
        return cell if re.fullmatch("[A-Z]{3}", cell) else None
    if field.endswith("currency"):
        cell = codes["currency"].get(cell.casefold(), cell)
        return cell if cell in ISO_4217 else None
    return cell if cell in CODES.get(field, {cell}) else None


def judge(r):
    """Repairs a reversal (T04); returns the rule that sets the transfer aside, or None."""
    if (r.send_amount < 0 or r.receive_amount < 0) and (
            r.status in ("REVERSED", "REFUNDED") or r.event_seq > 1 or getattr(r, "original_transaction_id", None)):
        r.send_amount, r.fee_amount, r.receive_amount = abs(r.send_amount), abs(r.fee_amount), abs(r.receive_amount)
        r.status, r.repaired = "REVERSED", "T04"
    if r.send_amount <= 0 or r.receive_amount <= 0 or r.fee_amount < 0:
        return "T05"
    if r.status == "TEST" or r.send_amount in (1, Decimal("1.11")) or r.sender_pid == r.beneficiary_pid:
        return "T11"
    if r.send_country not in ("RUS", "KAZ") or r.receive_country not in ("TJK", "ARM"):
        return "T14"
    return None


def load():
    """Records of all files (`bad` = set aside, `again` = duplicate), ignored files, events that stand after T01."""
    profiles = [yaml(p) for folder in ("providers", "surveys") for p in sorted((CONF / folder).glob("*.yaml"))]
    codes = {kind: fold(words) for kind, words in yaml(CONF / "codes.yaml").items()}
    records, ignored, hashes = [], [], set()
    for path in sorted((p for folder in SOURCES for p in folder.iterdir()), key=lambda p: p.name):
        profile = profile_of(path.name, profiles)
        if profile["contract"] not in MANDATORY:
            continue  # ledgers, surveys, registers: nothing is computed from them here
        digest = hashlib.sha256(path.read_bytes()).digest()
        if digest in hashes:
            ignored.append(path.name)  # F01
            continue
        hashes.add(digest)
        records += read(path, profile, codes)
    events = {}
    seen = defaultdict(list)
    for r in records:
        r.again = r.changed = False
        if r.contract != "transfer" or r.bad:
            continue
        # compared after repair: the same row looks different in a file with other columns or another decimal mark
        payload = {k: v for k, v in vars(r).items() if k not in ("file", "line", "again", "changed", "repaired")}
        key = (r.provider_id, r.transaction_id, r.event_seq)
        r.again = payload in seen[key]
        if r.again:
            continue
        r.changed = bool(seen[key])
        seen[key].append(payload)
        r.version = int(re.search(r"_v(\d+)", r.file)[1])
        if key not in events or r.version >= events[key].version:
            events[key] = r
    return records, ignored, list(events.values())
