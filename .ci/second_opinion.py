"""A second opinion on gold.indicator_value: definitions of the catalogue in plain SQL over silver, in DuckDB.

second_opinion.py LAKE      fails where a value differs by more than 1e-9 of itself, is missing, or should not be there

Shares nothing with the product but silver. Numbers that SQL does not say (SmaRT, Kaplan-Meier) are not here; those
that sample-data/expected works out from the delivered files are not repeated.
"""

import sys

import duckdb
from deltalake import DeltaTable

TOLERANCE = 1e-9
TABLES = {"tx": "silver/tx", "quote": "silver/quote", "gold": "gold/indicator_value"}
# What partner banks told; a lake without loans has none of the second.
BOOKS = {"acct": "silver/acct", "acct_bal": "silver/acct_bal", "acct_txn": "silver/acct_txn"}
LOANS = {"loan": "silver/loan", "due": "silver/loan_instalment", "loan_bal": "silver/loan_bal", "fx": "silver/fx_mid"}
RATES = {"mid": "silver/fx_mid"}
PUBLISHED = {"series": "silver/ref_series"}
FLOWS = "silver/official_flow"  # of central banks that publish by partner country; a lake may have none

# Completed transfers with their senders; a quarter has a row for each cell of the sender: total, provider, sex.
PREPARE = """
create view quarters as
  select corridor, quarter, start, (start + interval 3 month)::date - 1 as last,
    4 * year(start) + quarter(start) - min(4 * year(start) + quarter(start)) over (partition by corridor) as history
  from (select distinct corridor, quarter,
          make_date(quarter[1:4]::int, 3 * quarter[7:7]::int - 2, 1) as start from tx);
create table completed as
  select row_number() over () as id, *, initiated_on as day, epoch_us(initiated_at) as micros,
    case when list_contains(flags, 'T15_SAME') then null
      when pid_scope = 'LINKED' then sender_pid else provider_id || sender_pid end as sender,
    case when list_contains(flags, 'T15_SAME') then null
      when pid_scope = 'LINKED' then beneficiary_pid else provider_id || beneficiary_pid end as beneficiary
  from tx where final_state in ('PAID', 'PARTIAL_REFUND') and is_p2p and principal > 0 and delivered > 0
    and not list_contains(flags, 'T02');
create table cells as
  with first as (select corridor, sender,
      arg_min(provider_type, (day, micros, coalesce(beneficiary, ''), provider_id)) as provider_type,
      arg_min(provider_id, (day, micros, coalesce(beneficiary, ''), provider_id)) as provider_id,
      arg_min(coalesce(sender_sex, 'U'), (day, micros, coalesce(beneficiary, ''), provider_id)) as sender_sex
    from completed where sender is not null group by all)
  select corridor, sender, '_T' as dim, '_T' as val from first
  union all select corridor, sender, 'provider_type', coalesce(provider_type, 'U') from first
  union all select corridor, sender, 'provider_id', provider_id from first
  union all select corridor, sender, 'sender_sex', sender_sex from first;
create view known as
  select q.quarter, q.start, q.last, q.history, c.* exclude (quarter)
  from quarters q join completed c on c.corridor = q.corridor and c.day <= q.last and c.sender is not null;
create table gaps as
  with events as (select distinct corridor, quarter, history, sender, day, coalesce(beneficiary, '') as who
      from known where day > last - 365),
    steps as (select *, day - lag(day) over (partition by corridor, quarter, sender order by day, who) as gap
      from events)
  select corridor, quarter, history, sender, count(*) as n, median(gap) as middle,
    case when count(gap) >= 4 and avg(gap) > 0 then stddev_samp(gap) / avg(gap) end as irregularity
  from steps group by all;
create table active as
  select corridor, quarter, history, sender, max(day) as latest, max(last) as last,
    bool_or(age = 0) as now, bool_or(age = 4) as year_ago, bool_or(age < 4) as since,
    bool_or(age between 1 and 4) as lately, bool_or(age > 4) as before, max(age) as first_age,
    count(distinct date_trunc('month', day)) filter (age < 4) as months,
    count(distinct beneficiary) filter (day > last - 365) as beneficiaries, bool_or(day > last - 365) as seen
  from (select *, 4 * (year(start) - year(day)) + quarter(start) - quarter(day) as age from known)
  group by all;
create table split as
  select k.corridor, k.quarter, k.sender, exists (select 1 from completed o where o.id <> k.id
      and o.corridor = k.corridor and o.sender = k.sender and o.beneficiary = k.beneficiary and o.day <= k.last
      and abs(o.micros - k.micros) <= 86400000000) as is_split
  from known k where k.day >= k.start;
create view eligible as
  select corridor, quarter, provider_id, funding_instrument, payout_instrument, speed_class,
    total_cost_pct::double as cost
  from quote where amount_tier = 200 and is_disclosed and total_cost_pct is not null;
create view receipts as
  select corridor, beneficiary, start as quarter_start, 4 * year(start) + quarter(start) as t, count(*) as n,
    count(*) filter (payout_instrument = 'CASH') as cash,
    count(*) filter (payout_instrument in ('ACCOUNT', 'CARD', 'WALLET')) as account
  from (select *, date_trunc('quarter', coalesce(paid_on, day)) as start from completed)
  where beneficiary is not null and start <= date_trunc('quarter', day) + interval 3 month group by all;
"""

# Per sender table: (history that a value needs, indicator, variant, value)
GAPS = [
    (3, "B11", "_T", "median(middle)"),
    (3, "B11", "p25", "quantile_cont(middle, 0.25)"),
    (3, "B11", "p75", "quantile_cont(middle, 0.75)"),
    (3, "B11", "single", "100.0 * count_if(n = 1) / count(*)"),
    (3, "B13", "_T", "median(irregularity)"),
    (3, "B14", "_T", "100.0 * count_if(n >= 6 and irregularity <= 0.5) / nullif(count_if(n >= 6), 0)"),
    (3, "B14", "of_active", "100.0 * count_if(n >= 6 and irregularity <= 0.5) / count(*)"),
]
ACTIVE = [
    (3, "B15", "_T", "100.0 * sum(months) / nullif(12 * count_if(months > 0), 0)"),
    (1, "B18", "_T", "count_if(latest <= last - 180)"),
    (1, "B18", "d90", "count_if(latest <= last - 90)"),
    (3, "B18", "d365", "count_if(latest <= last - 365)"),
    (4, "B19", "_T", "100.0 * count_if(year_ago and not since) / nullif(count_if(year_ago), 0)"),
    (5, "B20", "_T", "100.0 * count_if(now and not lately and before) / nullif(count_if(now), 0)"),
    (8, "B21", "a4", "100.0 * count_if(first_age = 4 and now) / nullif(count_if(first_age = 4), 0)"),
    (12, "B21", "a8", "100.0 * count_if(first_age = 8 and now) / nullif(count_if(first_age = 8), 0)"),
    (4, "B22", "_T", "100.0 * count_if(now and first_age = 0) / nullif(count_if(now), 0)"),
    (3, "B23", "_T", "100.0 * count_if(beneficiaries > 1) / nullif(count_if(seen), 0)"),
]
QUOTES = [
    ("A16", "lt3", "100.0 * count_if(cost < 3) / count(*)"),
    ("A16", "lt5", "100.0 * count_if(cost < 5) / count(*)"),
    ("A17", "avg", "(avg(cost) > 5)::int"),
    ("A20", "range", "max(cost) - min(cost)"),
    ("A20", "iqr", "quantile_cont(cost, 0.75) - quantile_cont(cost, 0.25)"),
    ("A20", "sd", "stddev_samp(cost)"),
    ("A20", "p90p10", "quantile_cont(cost, 0.9) / nullif(greatest(quantile_cont(cost, 0.1), 0), 0)"),
]
ALL_QUOTES = [
    ("A07", "_T", "1.0 * count_if(is_disclosed) / count(*)"),
    ("A18", "_T", "100.0 * count_if(is_disclosed) / count(*)"),
    ("A22", "_T", "100.0 * count_if(speed_class = 'LT1H') / count(*)"),
]
OTHERS = {
    ("B25", "_T", "tx"): """
        select corridor, quarter, dim, val, 100.0 * count_if(is_split) / count(*)
        from split join cells using (corridor, sender) group by all""",
    ("A38", "count", "tx"): """
        select corridor, quarter, '_T', '_T', sum(n * n) / (sum(n) * sum(n)) from (
          select corridor, quarter, coalesce(provider_group, provider_id), count(*) as n from completed group by all)
        group by all""",
    ("A22", "_T", "tx"): """
        select corridor, quarter, '_T', '_T', case when count(there) >= 0.7 * count(*)
          then 100.0 * count_if(there - micros <= 3600000000) / count(there) end
        from (select corridor, quarter, micros, epoch_us(case when payout_instrument
          in ('ACCOUNT', 'CARD', 'WALLET', 'HOME_DELIVERY') then coalesce(available_at, paid_at)
          else available_at end) as there from completed) group by all""",
    ("A19", "usd200", "quote"): """
        with services as (select * exclude (cost), avg(cost) as cost,
            4 * quarter[1:4]::int + quarter[7:7]::int as t from eligible group by all)
        select n.corridor, n.quarter, '_T', '_T', avg(n.cost - b.cost) from services n join services b
          on b.corridor = n.corridor and b.t = n.t - 1 and b.provider_id is not distinct from n.provider_id
          and b.funding_instrument = n.funding_instrument and b.speed_class = n.speed_class
          and b.payout_instrument is not distinct from n.payout_instrument group by all""",
    ("C11", "_T", "tx"): """
        with base as (select r.corridor, r.t, r.account, year(r.quarter_start) || '-Q' || quarter(r.quarter_start)
            as quarter, sum(b.n) as n, sum(b.cash) as cash
          from receipts r join receipts b on b.corridor = r.corridor and b.beneficiary = r.beneficiary
            and b.t between r.t - 4 and r.t - 1 group by r.corridor, r.beneficiary, r.t, r.account, r.quarter_start)
        select corridor, quarter, '_T', '_T', 100.0 * count_if(account > 0) / count(*)
        from base where n >= 2 and cash = n and t - 4 >= (select min(t) from receipts)
          and quarter in (select quarter from quarters) group by all""",
}

# Costs at the reference rates of the bank that gold names, and of the corridor's other one. SmaRT is gold's.
PREPARE_COSTS = """
create macro own(bank) as case bank when 'NBT' then 'TJS' when 'CBA' then 'AMD' when 'CBR' then 'RUB' when 'NBK' then 'KZT' end;
create macro bank_of(country) as case country when 'TJK' then 'NBT' when 'ARM' then 'CBA' when 'RUS' then 'CBR'
  when 'KAZ' then 'NBK' end;
create table banks as select distinct corridor, period as quarter, fx_source as first,
    case when fx_source = bank_of(corridor[5:7]) then bank_of(corridor[1:3]) else bank_of(corridor[5:7]) end as second
  from gold where indicator_id = 'A02' and dimensions = '_T' and fx_source is not null;
create table asked as select distinct corridor, quarter, send_currency, delivered_currency, day from completed;
create table worths as select bank, money, day, case when money = own(bank) then 1.0 else
    (select arg_max(unit_rate, rate_date)::double from mid where fx_source = bank and base_currency = money
      and quote_currency = own(bank) and rate_date <= day and rate_date >= day - case when strftime(day, '%m%d') >= '1228'
        or strftime(day, '%m%d') <= '0115' then 12 else 6 end) end as worth
  from (select distinct unnest([first, second]) as bank, unnest([send_currency, send_currency, delivered_currency,
      delivered_currency, 'USD', 'USD']) as money, day
    from (select * from asked join banks using (corridor, quarter)
      union all select corridor, quarter, delivered_currency, 'USD', day, first, second
        from asked join banks using (corridor, quarter)
      union all select corridor, quarter, 'USD', send_currency, day, first, second
        from asked join banks using (corridor, quarter)))
  where bank is not null and money is not null;
create view ratio as select a.bank, a.day, a.money as over, b.money as under, round(a.worth / b.worth, 12) as rate
  from worths a join worths b using (bank, day) where a.worth is not null and b.worth is not null;
create table costed as
  select *, 100 * cost / principal as pct, 100 * (principal - delivered / m) / principal as margin,
    100 * second_cost / principal as second_pct, 100 * (principal - delivered / m2) / principal as second_margin
  from (select c.*, f.rate as m, u.rate as u, s.rate as m2,
      c.fee::double + c.principal - (c.delivered - coalesce(c.beneficiary_fee, 0))::double / f.rate as cost,
      c.fee::double + c.principal - (c.delivered - coalesce(c.beneficiary_fee, 0))::double / s.rate as second_cost
    from completed c join banks b using (corridor, quarter)
    join ratio f on f.bank = b.first and f.day = c.day and f.over = c.send_currency and f.under = c.delivered_currency
    left join ratio u on u.bank = b.first and u.day = c.day and u.over = c.send_currency and u.under = 'USD'
    left join ratio s on s.bank = b.second and s.day = c.day and s.over = c.send_currency
      and s.under = c.delivered_currency
    where fee_currency = send_currency and not list_has_any(flags, ['T06', 'T07']))
  where 100 * cost between -5 * principal and 60 * principal;
create view population as select corridor, quarter, count(*) as n from completed group by all;
create table services as
  select corridor, 4 * quarter[1:4]::int + quarter[7:7]::int as t, any_value(quarter) as quarter,
    concat_ws('|', provider_id, coalesce(send_channel, 'U'), coalesce(funding_instrument, 'U'),
      coalesce(payout_instrument, 'U')) as service, sum(cost * u) as cost, sum(principal * u) as principal,
    sum(cost) as own_cost, sum(principal) as own_principal, count(*) as n, list(distinct send_currency) as monies
  from costed where u is not null group by all;
create view money_of as select corridor, t, flatten(list(monies)) as monies, sum(n) as n, any_value(quarter) as quarter
  from services group by all;
create table moved as
  with is_one as (select n.corridor, n.t, len(list_distinct(list_concat(n.monies, b.monies))) = 1 as one
      from money_of n join money_of b on b.corridor = n.corridor and b.t = n.t - 1),
    paid as (select i.corridor, i.t, s.t = i.t as is_now, service, case when one then own_cost else cost end as c,
        case when one then own_principal else principal end as p
      from is_one i join services s on s.corridor = i.corridor and s.t in (i.t, i.t - 1)),
    pairs as (select corridor, t, service, max(c) filter (is_now) as c1, max(p) filter (is_now) as p1,
        max(c) filter (not is_now) as c0, max(p) filter (not is_now) as p0 from paid group by all),
    sums as (select corridor, t, sum(p1) filter (p0 is not null) as q1, sum(p0) filter (p1 is not null) as q0,
        100 * sum(c1) / sum(p1) - 100 * sum(c0) / sum(p0) as total from pairs group by all)
  select corridor, t, any_value(total) as total,
    sum((p0 / q0 + p1 / q1) / 2 * (100 * c1 / p1 - 100 * c0 / p0)) as price,
    sum((100 * c1 / p1 + 100 * c0 / p0) / 2 * (p1 / q1 - p0 / q0)) as mix
  from pairs join sums using (corridor, t) where p0 is not null and p1 is not null group by all;
create table calendar as select b.corridor, b.quarter, b.first as bank, send_currency as money, d.day::date as day
  from banks b join (select distinct corridor, quarter, send_currency from completed) using (corridor, quarter)
  join lateral (select unnest(generate_series(make_date(quarter[1:4]::int, 3 * quarter[7:7]::int - 2, 1),
    make_date(quarter[1:4]::int, 3 * quarter[7:7]::int - 2, 1) + interval 3 month - interval 1 day, interval 1 day)) as day)
    d on true;
create table means as
  with worth as (select c.*, a.money as of, case when a.money = own(bank) then 1.0 else
      (select arg_max(unit_rate, rate_date)::double from mid where fx_source = bank and base_currency = a.money
        and quote_currency = own(bank) and rate_date <= c.day and rate_date >= c.day - case when
          strftime(c.day, '%m%d') >= '1228' or strftime(c.day, '%m%d') <= '0115' then 12 else 6 end) end as worth
    from calendar c join lateral (select unnest([c.money, 'USD']) as money) a on true)
  select corridor, quarter, money as send_currency, round(avg(rate), 12) as mean_u
  from (select corridor, quarter, money, day, round(max(worth) filter (of = money)
      / max(worth) filter (of = 'USD'), 12) as rate from worth where money <> 'USD' group by all
    union all select corridor, quarter, money, day, 1.0 from worth where money = 'USD' group by all)
  where rate is not null group by all;
create table binned as
  select corridor, quarter, dim, val, service, bin, count(*) as n, avg(even) as a, avg(cost * u) as c,
    count_if(2 * even between 200 and 600) as near_200, count_if(2 * even between 500 and 1500) as near_500
  from (select *, principal * mean_u as even, len(list_filter([50, 100, 150, 250, 350, 450, 600, 1000, 2000],
        lambda edge: edge <= principal * mean_u)) as bin,
      concat_ws('|', provider_id, coalesce(send_channel, 'U'), coalesce(funding_instrument, 'U'),
        coalesce(payout_instrument, 'U')) as service from costed join means using (corridor, quarter, send_currency)
    where u is not null) x
  join lateral (select unnest(['_T', 'provider_id', 'sender_sex']) as dim,
    unnest(['_T', provider_id, coalesce(sender_sex, 'U')]) as val) on true group by all;
"""
STANDARD = """
    with lines as (select corridor, quarter, dim, val, service, sum(near_{usd}) as near,
        max(a) filter (n >= 30 and a <= {usd}) as a0, arg_max(c, a) filter (n >= 30 and a <= {usd}) as c0,
        min(a) filter (n >= 30 and a >= {usd}) as a1, arg_min(c, a) filter (n >= 30 and a >= {usd}) as c1
      from binned group by all),
    cost as (select *, case when a0 = a1 then c0 else c0 + ({usd} - a0) * (c1 - c0) / (a1 - a0) end as money from lines),
    priced_at as (select corridor, quarter, dim, val, 100 * sum(near * money) / sum(near) filter (money is not null) / {usd}
        as percent, sum(near) filter (money is not null) as has, sum(near) as near from cost group by all)
"""
COST_SERIES = {
    ("A36", part, "tx"): f"""
        select corridor, m.quarter, '_T', '_T', {value} from moved join money_of m using (corridor, t)
        join population p on p.corridor = m.corridor and p.quarter = m.quarter where m.n >= 0.7 * p.n"""
    .replace("select corridor,", "select m.corridor,")
    for part, value in (("total", "total"), ("price", "price"), ("mix", "mix"), ("coverage", "total - price - mix"))
} | {
    ("A06", variant, "tx"): f"""
        select c.corridor, c.quarter, '_T', '_T', case when count(second_pct) >= 0.7 * any_value(p.n) then {value} end
        from costed c join population p using (corridor, quarter) group by all"""
    for variant, value in (("_T", "avg(second_margin)"), ("cost", "avg(second_pct)"),
                           ("sensitivity", "avg(margin - second_margin)"))
} | {
    ("A33", f"usd{usd}", "tx"): STANDARD.format(usd=usd) + """
        select corridor, quarter, dim, val, case when has >= 0.7 * near then percent end from priced_at"""
    for usd in (200, 500)
} | {
    ("A40", "sex", "tx"): STANDARD.format(usd=200) + """
        select w.corridor, w.quarter, '_T', '_T', case when w.has >= 0.7 * w.near and m.has >= 0.7 * m.near
          then w.percent - m.percent end
        from priced_at w join priced_at m using (corridor, quarter, dim) where dim = 'sender_sex' and w.val = 'F' and m.val = 'M'""",
    ("A37", "_T", "tx"): STANDARD.format(usd=200) + """
        select a.corridor, a.quarter, '_T', '_T', case when has >= 0.7 * near then percent - value end
        from priced_at a join gold g on g.corridor = a.corridor and g.period = a.quarter and g.indicator_id = 'A10'
          and g.variant = 'usd200' and g.dimensions = '_T' where dim = '_T'""",
    ("A39", "_T", "tx"): """
        select c.corridor, c.quarter, '_T', '_T', case when count(u) >= 0.7 * any_value(p.n)
          then sum(greatest(cost * u - principal * u * value / 100, 0)) end
        from costed c join population p using (corridor, quarter)
        join gold g on g.corridor = c.corridor and g.period = c.quarter and g.indicator_id = 'A12'
          and g.dimensions = '_T' and g.value is not null where u is not null group by all""",
}

# Every dimension of a transfer, one at a time: days of the receiving country, bins of the amount at the mean rate.
PREPARE_CELLS = """
create table profiled as
  select c.*, c.principal::double * r.rate as usd, k.pct,
    case when mean_u is null then 'U' else ['0-50', '50-100', '100-150', '150-250', '250-350', '350-450', '450-600',
      '600-1000', '1000-2000', '2000+'][1 + len(list_filter([50, 100, 150, 250, 350, 450, 600, 1000, 2000],
        lambda edge: edge <= c.principal * mean_u))] end as amount_tier,
    case when there is null then 'U' when there - c.micros <= 3600000000 then 'LT1H' when later <= 0 then 'SAME_DAY'
      when later = 1 then 'NEXT_DAY' when later = 2 then 'D2' when later <= 5 then 'D3_5' else 'D6PLUS' end as speed_class
  from (select *, floor((there / 1000000 + case receive_country when 'TJK' then 18000 when 'ARM' then 14400 end) / 86400)
        - (day - date '1970-01-01') as later
      from (select *, epoch_us(case when payout_instrument in ('ACCOUNT', 'CARD', 'WALLET', 'HOME_DELIVERY')
          then coalesce(available_at, paid_at) else available_at end) as there from completed)) c
    left join banks b using (corridor, quarter)
    left join ratio r on r.bank = b.first and r.day = c.day and r.over = c.send_currency and r.under = 'USD'
    left join means m on m.corridor = c.corridor and m.quarter = c.quarter and m.send_currency = c.send_currency
    left join costed k on k.id = c.id;
create table of_cells as select p.*, dim, coalesce(val, 'U') as val from profiled p join lateral (
  select unnest(['_T', 'provider_type', 'provider_id', 'send_channel', 'funding_instrument', 'payout_instrument',
      'speed_class', 'amount_tier', 'sender_sex', 'sender_age_band', 'receive_region']) as dim,
    unnest(['_T', provider_type, provider_id, send_channel, funding_instrument, payout_instrument,
      speed_class, amount_tier, sender_sex, sender_age_band, receive_region]) as val) on true;
"""
OF_CELLS = {
    ("A31", "_T"): ("pct", "avg(pct)"), ("A32", "_T"): ("pct", "median(pct)"), ("B01", "_T"): ("1", "count(distinct sender)"),
    ("B03", "_T"): ("1", "count(*)"), ("B04", "_T"): ("usd", "sum(usd)"), ("B09", "_T"): ("usd", "median(usd)"),
    ("B09", "p10"): ("usd", "quantile_cont(usd, 0.1)"), ("B09", "p25"): ("usd", "quantile_cont(usd, 0.25)"),
    ("B09", "p75"): ("usd", "quantile_cont(usd, 0.75)"), ("B09", "p90"): ("usd", "quantile_cont(usd, 0.9)"),
}
CELL_SERIES = {
    (indicator, variant, "tx"): f"""
        select corridor, quarter, dim, val, case when count({known}) >= 0.7 * count(*)
          and count_if(sender is not null and {known} is not null) > 0 then {value} end from of_cells group by all"""
    for (indicator, variant), (known, value) in OF_CELLS.items()
}

# Day by day, where the product works with sums: quarters that the books of a bank reach the end of.
PREPARE_BOOKS = """
create table account_days as
  with ends as (select bank_id, quarter, max(day) as covered from (
        select bank_id, quarter, as_of_on as day from acct_bal union all select bank_id, quarter, booked_on from acct_txn)
      group by all),
    whole as (select bank_id, quarter, make_date(quarter[1:4]::int, 3 * quarter[7:7]::int - 2, 1) as start
      from ends where covered >= start + interval 3 month - interval 1 day),
    told as (select bank_id, account_pid, quarter, max(as_of_on) as on_day, arg_max(closing_balance, as_of_on) as held,
      bool_or(list_contains(flags, 'K03')) as broken from acct_bal group by all),
    days as (select a.bank_id, a.account_pid, a.country, w.quarter, w.start, d.day::date as day, t.on_day, t.held,
        f.tells and (a.first_deposit_on is null or a.first_deposit_on >= w.start + interval 3 month) as is_empty,
        coalesce(t.broken, false) as broken, a.closed_on
      from acct a join whole w using (bank_id)
      join lateral (select unnest(generate_series(w.start, w.start + interval 3 month - interval 1 day, interval 1 day))
        as day) d on true
      join (select bank_id, count(first_deposit_on) > 0 as tells from acct group by all) f on f.bank_id = a.bank_id
      left join told t on t.bank_id = a.bank_id and t.account_pid = a.account_pid and t.quarter = w.quarter
      where d.day >= a.opened_on and (a.closed_on is null or d.day < a.closed_on)
        and a.currency = case a.country when 'TJK' then 'TJS' when 'ARM' then 'AMD' end)
  select d.*, case when d.on_day is not null then d.held
      when d.is_empty or d.closed_on < d.start + interval 3 month then 0 end
    + coalesce((select sum(case p.direction when 'C' then p.amount else -p.amount end
        * case when p.booked_on > coalesce(d.on_day, d.closed_on) then 1 else -1 end)
      from acct_txn p where p.bank_id = d.bank_id and p.account_pid = d.account_pid and p.quarter = d.quarter
        and ((p.booked_on > coalesce(d.on_day, d.closed_on) and p.booked_on <= d.day)
          or (p.booked_on <= coalesce(d.on_day, d.closed_on) and p.booked_on > d.day))), 0) as balance
  from days d;
create view averages as select country, quarter, account_pid,
    case when not bool_or(broken) and count(balance) = count(*) then avg(balance::double) end as average
  from account_days group by all;
"""
BOOK_SERIES = {
    ("C15", "_T", "adm"): """
        select country, quarter, '_T', '_T', case when count(average) >= 0.7 * count(*) then avg(average) end
        from averages group by all""",
    ("C15", "median", "adm"): """
        select country, quarter, '_T', '_T', case when count(average) >= 0.7 * count(*) then median(average) end
        from averages group by all""",
    ("C17", "_T", "adm"): """
        select d.country, d.quarter, '_T', '_T', coalesce(sum(case direction when 'C' then amount else -amount end), 0)
        from (select distinct bank_id, account_pid, country, quarter from account_days where not broken) d
          left join acct_txn p on p.bank_id = d.bank_id and p.account_pid = d.account_pid and p.quarter = d.quarter
            and type not in ('INTEREST', 'TAX') and reverses_posting_id is null
            and not list_has_any(flags, ['K04', 'K06']) group by all""",
}

# Pilots: subjects with the day of each stage, and accounts at the ends of quarters.
PILOT_TABLES = ["pilot", "cluster", "assignment", "funnel_event", "programme_cost", "fx_mid", "acct", "acct_txn",
                "acct_bal"]
PREPARE_PILOTS = """
create table stages as select * from (values ('ELIGIBLE', 0), ('REACHED', 1), ('AWARE', 2), ('INTERESTED', 3),
  ('APPLIED', 4), ('APPROVED', 5), ('OPENED', 6), ('FUNDED', 7), ('ACTIVE_30D', 8), ('ACTIVE_90D', 9),
  ('PERSIST_180D', 10), ('PERSIST_365D', 11)) s(stage, rank);
create table told as
  select pilot_code, subject_pid, stage, rank,
    (event_at + case country when 'ARM' then interval 4 hour else interval 5 hour end)::date as day
  from funnel_event join pilot using (pilot_code) join stages using (stage);
create table ends as
  select *, year(start) || '-Q' || quarter(start) as quarter, (start + interval 3 month)::date - 1 as last
  from (select pilot_code, country, unnest(generate_series(date_trunc('quarter', offered), until,
      interval 3 month))::date as start
    from (select p.pilot_code, country, min(treated_from) as offered,
        least(any_value(end_on), any_value(covered)) as until
      from pilot p join cluster using (pilot_code)
      join (select pilot_code, max(day) as covered from told group by all) using (pilot_code) group by all));
create table days as
  with units as (select pilot_code, subject_pid, assigned_arm, eligible_from from assignment
    where has_consent and withdrawn_on is null)
  select pilot_code, subject_pid, assigned_arm, 0 as rank, eligible_from as day from units
  union all
  select u.pilot_code, u.subject_pid, u.assigned_arm, s.rank, case when s.rank >= 4 then arg_min(t.day, t.rank)
    filter (t.rank >= s.rank) else min(t.day) filter (t.rank = s.rank) end
  from units u join told t using (pilot_code, subject_pid) cross join stages s where s.rank > 0
  group by u.pilot_code, u.subject_pid, u.assigned_arm, s.rank;
create table reached as
  select pilot_code, country, arm, quarter, rank, count_if(day <= last) as n
  from (select *, assigned_arm as arm from days union all select *, '_T' from days) join ends using (pilot_code)
  group by all;
create table books as
  select bank_id, date_trunc('month', min(day)) as books_from, last_day(max(day)) as books_to
  from (select bank_id, booked_on as day from acct_txn union all select bank_id, as_of_on from acct_bal) group by all;
create table kept as
  select country, pilot, quarter, last, a.*, books_from,
    (select max(booked_on) from acct_txn t where t.bank_id = a.bank_id and t.account_pid = a.account_pid
      and is_customer_initiated and not list_contains(flags, 'K04') and reverses_posting_id is null
      and booked_on <= last) as used_on,
    coalesce(keeps, false) as keeps,
    exists (from acct_bal b where b.bank_id = a.bank_id and b.account_pid = a.account_pid
      and list_contains(flags, 'K03') and as_of_on <= opened_on + interval 180 day + interval 1 month) as breaks
  from (select * exclude (country), country, pilot_code as pilot from acct where pilot_code is not null) a
  left join (select a.bank_id, a.account_pid, count_if(is_customer_initiated and booked_on > opened_on + 90) > 0
      and sum(case direction when 'C' then amount else -amount end) > 0 as keeps
    from acct a join acct_txn t on t.bank_id = a.bank_id and t.account_pid = a.account_pid
      and booked_on <= opened_on + 180
    where not list_contains(t.flags, 'K04') and reverses_posting_id is null group by all) using (bank_id, account_pid)
  join books using (bank_id) join (select distinct quarter, last, start from ends) on last <= books_to
  where coalesce(decision, 'APPROVED') = 'APPROVED';
"""
STAGES = "REACHED AWARE INTERESTED APPLIED APPROVED OPENED FUNDED".split()
KEPT = [
    ("C03", "d90", "100.0 * count_if(coalesce(used_on <= last - 90, true)) / count(*)",
     "opened_on <= last - 90 and coalesce(closed_on > last, true)"),
    ("C25", "_T", "100.0 * count_if(coalesce(used_on > last - 90, false)) / count(*)",
     "opened_on <= last - 90 and coalesce(closed_on > last, true)"),
    ("C26", "d180", "100.0 * count_if(keeps and coalesce(closed_on > opened_on + 180, true)) / count(*)",
     "opened_on + 180 <= last and opened_on >= books_from and not breaks"),
    ("C27", "_T", "100.0 * count_if(coalesce(closed_on <= last, false)) / count(*)",
     "opened_on < date_trunc('quarter', last) and coalesce(closed_on >= date_trunc('quarter', last), true)"),
]


def opinions_of_pilots():
    """(indicator, variant, SQL giving country, quarter, pilot, arm and the number); of all subjects of each."""
    for stage in STAGES:
        rank = STAGES.index(stage) + 1
        for indicator, value in (("C20", "n.n"), ("C21", "100.0 * n.n / nullif(b.n, 0)"),
                                 ("C22", "100.0 * n.n / nullif(e.n, 0)")):
            yield indicator, stage.lower(), f"""
                select n.country, n.quarter, n.pilot_code, n.arm, {value} from reached n
                join reached b using (pilot_code, arm, quarter) join reached e using (pilot_code, arm, quarter)
                where n.rank = {rank} and b.rank = {rank - 1} and e.rank = 0"""
    for indicator, variant, value, population in KEPT:
        yield indicator, variant, f"""
            select country, quarter, pilot, '_T', {value} from kept where {population} group by all"""
    yield "C50", "_T", """
        with booked as (select c.*, quarter, country, start, last,
            case country when 'ARM' then 'CBA' else 'NBT' end as bank
          from programme_cost c join ends using (pilot_code)
          where category <> 'EVALUATION' and booked_on between start and last),
        cost as (select b.pilot_code, country, quarter, start, last, sum(amount / case currency when 'USD' then 1 else
            (select arg_max(unit_rate, rate_date)::double from fx_mid where fx_source = bank and base_currency = 'USD'
              and rate_date <= booked_on) end) as usd from booked b group by all)
        select country, quarter, c.pilot_code, '_T', usd / nullif((select count(*) from days d
          where d.pilot_code = c.pilot_code and rank = 6 and day between start and last), 0) from cost c"""

# Loans of banks that told the quarter's end; in dollars by the latest rate of six days, twelve at New Year.
PREPARE_LOANS = """
create view reported as select distinct bank_id, quarter from loan_bal
  where as_of_on = last_day(as_of_on) and month(as_of_on) % 3 = 0;
create view rates as select rate_date, base_currency, unit_rate::double as rate,
    case fx_source when 'NBT' then 'TJK' when 'CBA' then 'ARM' end as country from fx
  where (fx_source, quote_currency) in (('NBT', 'TJS'), ('CBA', 'AMD'));
create macro worth(place, money, day_of) as case when money = case place when 'TJK' then 'TJS' else 'AMD' end then 1.0 else
  (select arg_max(rate, rate_date) from rates where country = place and base_currency = money and rate_date <= day_of
    and rate_date >= day_of - case when strftime(day_of, '%m%d') >= '1228' or strftime(day_of, '%m%d') <= '0115'
      then 12 else 6 end) end;
create table lent as select l.*, year(disbursed_on) || '-Q' || quarter(disbursed_on) as quarter,
    case currency when 'USD' then principal::double
      else principal::double * worth(country, currency, disbursed_on) / worth(country, 'USD', disbursed_on) end as usd
  from loan l semi join reported r on r.bank_id = l.bank_id
    and r.quarter = year(disbursed_on) || '-Q' || quarter(disbursed_on);
create table owed as select b.bank_id, b.quarter, country, arrears_days, rescheduled_on, as_of_on,
    case currency when 'USD' then outstanding::double
      else outstanding::double * worth(l.country, currency, as_of_on) / worth(l.country, 'USD', as_of_on) end as usd
  from (select bank_id, loan_pid, quarter, as_of_on, outstanding, arrears_days from loan_bal) b
    join loan l using (bank_id, loan_pid)
  where as_of_on = last_day(as_of_on) and month(as_of_on) % 3 = 0
    and (written_off_on is null or written_off_on > as_of_on);
"""
LOAN_SERIES = {
    ("C60", "n", "adm"):
        "select country, quarter, '_T', '_T', count_if(is_remittance_backed) from lent group by all",
    ("C60", "value", "adm"): """
        select country, quarter, '_T', '_T', coalesce(sum(usd) filter (is_remittance_backed), 0) from lent group by all""",
    ("C61", "_T", "adm"): """
        select country, quarter, '_T', '_T', 100 * coalesce(sum(usd) filter (arrears_days > 30), 0) / sum(usd)
        from owed group by all""",
    ("C61", "rescheduled", "adm"): """
        select country, quarter, '_T', '_T', 100 * coalesce(sum(usd) filter (arrears_days <= 30
          and rescheduled_on <= as_of_on), 0) / sum(usd) from owed group by all""",
    ("C62", "_T", "adm"): """
        with paid as (select l.country, year(paid_on) || '-Q' || quarter(paid_on) as quarter, l.bank_id, l.customer_pid,
            paid_on, case d.currency when 'USD' then paid_amount::double else paid_amount::double
              * worth(l.country, d.currency, paid_on) / worth(l.country, 'USD', paid_on) end as usd
          from due d join loan l using (bank_id, loan_pid) where d.currency = l.currency)
        select country, quarter, '_T', '_T', 100 * coalesce(sum(usd) filter (exists (
            select 1 from acct_txn p join acct a using (bank_id, account_pid) where p.type = 'REMIT_CREDIT'
              and p.direction = 'C' and p.reverses_posting_id is null and not list_contains(p.flags, 'K04')
              and a.bank_id = paid.bank_id and a.customer_pid = paid.customer_pid
              and date_diff('day', p.booked_on, paid.paid_on) between 0 and 3)), 0) / sum(usd)
        from paid semi join reported using (bank_id, quarter)
        where bank_id || quarter in (select bank_id || quarter from acct_txn) group by all""",
    ("C63", "_T", "adm"): """
        select country, quarter, '_T', '_T', 100.0 * count_if(type = 'ROAD') / count(*) from lent
        where type <> 'BUSINESS' and (type = 'ROAD' or is_remittance_backed or beneficiary_pid is not null
          or customer_pid in (select customer_pid from acct where beneficiary_pid is not null)) group by all""",
}

# What follows from other values and published series: those of a publisher and unit are never mixed.
PREPARE_PUBLISHED = """
create table figures as select series_code as code, country, source || chr(1) || unit as told, unit,
    trim(period) as period, value from series;
create table price as
  select country, told, quarter, arg_min(v, rank) as level from (
    select country, told, period[1:4] || '-Q' || ((period[6:7]::int + 2) // 3) as quarter, 1 as rank,
      avg(value::double) as v
    from figures where code = 'CPI' and regexp_full_match(period, '[0-9]{4}-[0-9]{2}') group by all having count(*) = 3
    union all select country, told, period, 2, value::double from figures where code = 'CPI' and period like '____-Q_')
  group by all having level > 0;
create table yearly as
  select code, country, told, unit, year, arg_min(total, rank) as total from (
    select code, country, told, unit, period[1:4] as year, length(period) as size,
      case length(period) when 4 then 1 when 7 then case when period[6:6] = 'Q' then 2 else 3 end end as rank,
      sum(value) as total, count(*) as n from figures group by all)
  where n = case rank when 1 then 1 when 2 then 4 else 12 end group by all;
create table volume as select corridor, corridor[5:7] as country, period as quarter, period[1:4] as year, value as v
  from gold where indicator_id = 'B05' and variant = '_T' and dimensions = '_T' and value is not null;
create table indexed as
  with bases as (
    select corridor, '_T' as variant, year from volume where year = '2019' group by all having count(*) = 4
    union all select corridor, 'first_year', min(year) from (
      select corridor, year from volume group by all having count(*) = 4) group by all),
  means as (select corridor, variant, told, avg(v / level) as mean
    from bases join volume using (corridor, year) join price using (country, quarter) group by all having count(*) = 4)
  select corridor, quarter, variant, arg_min(100 * v / level / mean, told) as value
  from volume join price using (country, quarter) join means using (corridor, told) where mean > 0 group by all;
create table tracks as
  with sent as (select corridor, quarter, 4 * quarter[1:4]::int + quarter[7:7]::int as t, count(*)::double as y
      from completed group by all),
    path as (select e.corridor, e.t as until, e.quarter as last, s.t, s.quarter, s.y,
        count(*) over (partition by e.corridor, e.t) as n, min(s.t) over (partition by e.corridor, e.t) as first
      from sent e join sent s on s.corridor = e.corridor and s.t <= e.t),
    whole as (select * from path where until - first + 1 = n),
    base as (select country, told, avg(level) as mean from price where quarter[1:4] = '2019'
      group by all having count(*) = 4),
    priced as (select w.corridor, until, last, t, n, told, v / level as y, v / level * mean as constant
      from whole w join volume using (corridor, quarter) join price using (country, quarter)
        left join base using (country, told)),
    covering as (select corridor, until, told, count(constant) = any_value(n) as has_base from priced
      group by corridor, until, told, n having count(*) = n)
  select 'n' as kind, corridor, last, t, n, y from whole
  union all select 'v', corridor, last, t, n, y from priced
    join (select corridor, until, min(told) as told from covering group by all) using (corridor, until, told)
  union all select 'constant', corridor, last, t, n, constant from priced
    join (select corridor, until, min(told) as told from covering where has_base group by all)
    using (corridor, until, told);
create table seasons as
  with ratios as (select *, 4 * y / (lag(y, 2) over w / 2 + lag(y) over w + y + lead(y) over w + lead(y, 2) over w / 2) as r
      from tracks where n >= 12 window w as (partition by kind, corridor, last order by t)),
    middles as (select kind, corridor, last, (t - 1) % 4 + 1 as k, case when n >= 20 then median(r) else avg(r) end as s,
        arg_max(y, t) as y, max(t) as t from ratios group by kind, corridor, last, k, n)
  select kind, corridor, last as quarter, k, 4 * s / sum(s) over (partition by kind, corridor, last) as s, y,
    t = max(t) over (partition by kind, corridor, last) as is_last from middles;
create table partners as
  select partner_country || '-' || country as corridor, year, 1000 * sum(value) as own from (
    select partner_country, country, year(month_on)::varchar as year, month(month_on) as month,
      arg_max(value, (precedence, month_on)) as value
    from flow where direction = 'INFLOW' and concept = 'TOTAL' group by all)
  group by all having count(*) = 12;
create table inflows as select country, year, arg_min(total * case unit when 'USD' then 1 when 'USD thousand' then 1e3
    when 'USD million' then 1e6 when 'USD billion' then 1e9 end, told) as total
  from yearly where code = 'OFFICIAL_INFLOW' and unit in ('USD', 'USD thousand', 'USD million', 'USD billion') group by all;
create table weighted as
  with costs as (select variant, corridor, corridor[5:7] as country, period as quarter,
        (period[1:4]::int - 1)::varchar as year, value
      from gold where indicator_id = 'A10' and dimensions = '_T' and value is not null),
    told as (select *, count(*) over c as corridors, count(own) over c as published
      from costs left join partners using (corridor, year) left join inflows using (country, year)
      window c as (partition by variant, quarter, country)),
    weights as (select *, case when published < corridors and total is not null then total / corridors else own end as w
      from told)
  select variant, quarter, case when count(w) = count(*) then sum(w * value) / sum(w) end as value
  from weights group by all;
"""
PUBLISHED_SERIES = {
    ("B10", variant, "tx"): f"""
        select corridor, quarter, '_T', '_T', value from indexed where variant = '{variant}'"""
    for variant in ("_T", "first_year")
} | {
    ("B16", f"{kind}_q{k}", "tx"): f"""
        select corridor, quarter, '_T', '_T', s from seasons where kind = '{kind}' and k = {k}"""
    for kind in "nv" for k in range(1, 5)
} | {
    ("B16", f"{kind}_amplitude", "tx"): f"""
        select corridor, quarter, '_T', '_T', max(s) - min(s) from seasons where kind = '{kind}' group by all"""
    for kind in "nv"
} | {
    ("B17", variant, "tx"): f"""
        select corridor, quarter, '_T', '_T', y / nullif(s, 0) from seasons where kind = '{kind}' and is_last"""
    for variant, kind in (("_T", "constant"), ("n", "n"))
} | {
    ("A14", f"usd{usd}", "quote"): f"""
        select '_T', quarter, '_T', '_T', value from weighted where variant = 'usd{usd}'"""
    for usd in (200, 500)
} | {
    ("B28", "_T", "official"): """
        select country, year || '-Q4', '_T', '_T', arg_min(100 * i.total::double / g.total::double, told)
        from yearly i join yearly g using (country, told, year)
        where i.code = 'OFFICIAL_INFLOW' and g.code = 'GDP' and g.total > 0 group by all""",
}

# Customers of banks, whom the banks paid: deposits in dollars by the latest rate of six days, twelve at New Year.
TIES = BOOKS | {"loan": "silver/loan", "fixing": "silver/fx_mid", "tx": "silver/tx"}
PREPARE_TIES = """
create view fixings as select rate_date, base_currency, unit_rate::double as rate,
    case fx_source when 'NBT' then 'TJK' when 'CBA' then 'ARM' end as country from fixing
  where (fx_source, quote_currency) in (('NBT', 'TJS'), ('CBA', 'AMD'));
create macro at_home(place, money, day_of) as case when money = case place when 'TJK' then 'TJS' else 'AMD' end then 1.0
  else (select arg_max(rate, rate_date) from fixings where country = place and base_currency = money
    and rate_date <= day_of and rate_date >= day_of - case when strftime(day_of, '%m%d') >= '1228'
      or strftime(day_of, '%m%d') <= '0115' then 12 else 6 end) end;
create macro dollars(place, money, day_of) as case money when 'USD' then 1.0
  else round(at_home(place, money, day_of) / at_home(place, 'USD', day_of), 12) end;
create table spans as select *, (start + interval 3 month)::date - 1 as last, 4 * year(start) + quarter(start) as t,
    4 * year(start) + quarter(start) - (select min(4 * quarter[1:4]::int + quarter[7:7]::int) from acct_txn) as history
  from (select distinct quarter, make_date(quarter[1:4]::int, 3 * quarter[7:7]::int - 2, 1) as start
    from (select quarter from acct_txn union select quarter from acct_bal));
create view posted as select p.*, a.customer_pid from acct_txn p join acct a using (bank_id, account_pid)
  where p.reverses_posting_id is null and not list_contains(p.flags, 'K04');
create table days_told as select bank_id, as_of_on as day from acct_bal union select bank_id, booked_on from acct_txn;
create table stocks as
  with told as (select bank_id, account_pid, quarter, max(as_of_on) as on_day, arg_max(closing_balance, as_of_on) as held,
      bool_or(list_contains(flags, 'K03')) as broken from acct_bal group by all),
    tells as (select bank_id, count(first_deposit_on) > 0 as tells from acct group by all)
  select a.bank_id, a.country, a.account_pid, a.customer_pid, a.currency, q.quarter, q.last, q.t, q.history, is_closed,
    case when is_closed then 0 when broken then null when on_day = q.last then held
      when tells and on_day is null and (first_deposit_on is null or first_deposit_on > q.last) then 0 end as stock
  from (select *, coalesce(closed_on <= last, false) as is_closed from acct cross join spans) a
    join spans q on q.quarter = a.quarter join tells using (bank_id)
    left join told t on t.bank_id = a.bank_id and t.account_pid = a.account_pid and t.quarter = q.quarter
  where opened_on <= q.last and coalesce(decision, 'APPROVED') = 'APPROVED'
    and exists (from days_told d where d.bank_id = a.bank_id and d.day = q.last);
create table brought as
  select s.quarter, p.bank_id, p.customer_pid, account_pid, p.type, amount * dollars(p.country, p.currency, booked_on) as usd
  from posted p join spans s on booked_on <= s.last and 4 * year(booked_on) + quarter(booked_on) > s.t - 4
  where p.direction = 'C' and p.type in ('REMIT_CREDIT', 'SALARY', 'PENSION');
create table grown as
  select n.country, n.quarter, n.history, n.bank_id, n.customer_pid, n.account_pid,
    n.stock * dollars(n.country, n.currency, q.last) as now,
    case when b.account_pid is null then 0 else b.stock * dollars(n.country, n.currency, q.last) end as before,
    exists (from stocks c where c.bank_id = n.bank_id and c.customer_pid = n.customer_pid and c.t = n.t - 4
      and not c.is_closed) as was_customer,
    exists (from brought r where r.bank_id = n.bank_id and r.customer_pid = n.customer_pid and r.quarter = q.quarter
      and r.type = 'REMIT_CREDIT') as is_client
  from stocks n join spans q on q.t = n.t - 4
    left join stocks b on b.bank_id = n.bank_id and b.account_pid = n.account_pid and b.t = n.t - 4
  where not coalesce(b.is_closed, false);
create table growth as select country, quarter, is_client, case when count(now + before) >= 0.7 * count(*)
    then 100 * (sum(now) filter (before is not null) - sum(before) filter (now is not null))
      / nullif(sum(before) filter (now is not null), 0) end as pct
  from grown where was_customer and history >= 7 group by all;
create view matched as select bank_id, beneficiary_pid, min(customer_pid) as customer_pid from (
    select bank_id, beneficiary_pid, customer_pid from acct union select bank_id, beneficiary_pid, customer_pid from loan)
  where beneficiary_pid is not null group by all;
create table paid_out as
  select transaction_id as id, payout_partner_id as bank_id, receive_country as country, s.quarter, s.start, s.last,
    coalesce(paid_on, initiated_on) as day, payout_instrument, delivered, coalesce(paid_at, coalesce(paid_on, initiated_on)::timestamptz) as since,
    coalesce(delivered_currency, send_currency) as currency,
    coalesce(m.customer_pid, case when not list_contains(flags, 'T15_SAME') then c.beneficiary_pid end) as person
  from completed c join spans s on coalesce(paid_on, initiated_on) between s.start and s.last
    left join matched m on m.bank_id = payout_partner_id and m.beneficiary_pid = c.beneficiary_pid
  where payout_partner_id in (select bank_id from acct)
    and s.t - (4 * c.quarter[1:4]::int + c.quarter[7:7]::int) <= 1;
create view tied as select distinct bank_id, quarter from paid_out semi join matched using (bank_id);
create view ended as select distinct bank_id, s.quarter, s.last, max(day) as covered
  from days_told d join spans s on d.day <= last_day(s.last + interval 3 month) group by all;
create table served as
  select distinct bank_id, country, quarter, person from paid_out where person is not null
  union select distinct bank_id, p.country, quarter, customer_pid from posted p
    where p.type = 'REMIT_CREDIT' and p.direction = 'C';
create view products as select bank_id, customer_pid as person, opened_on, closed_on from acct
    where coalesce(decision, 'APPROVED') = 'APPROVED'
  union all select bank_id, customer_pid, disbursed_on, null from loan;
create table payments as
  with days as (select bank_id, country, quarter, account_pid, customer_pid as person, booked_on as day,
      min(booked_at) as since, currency, sum(amount) as amount
    from posted where type = 'REMIT_CREDIT' and direction = 'C' group by all)
  select 'a' || account_pid || day as id, d.*, least(amount, coalesce((select sum(w.amount) from posted w
      where w.bank_id = d.bank_id and w.account_pid = d.account_pid and w.booked_on = d.day
        and w.type in ('ATM', 'CASH_OUT') and w.direction = 'D' and w.booked_at >= d.since), 0)) as taken
  from days d
  union all by name select 't' || id as id, bank_id, country, quarter, null as account_pid, person, day, since, currency,
    delivered as amount, delivered as taken from paid_out where payout_instrument = 'CASH';
create table put_back as select id, sum(amount) as back from (
    select p.bank_id, p.posting_id, p.amount, arg_max(id, (since, id)) as id
    from posted p join payments o on o.bank_id = p.bank_id and o.person = p.customer_pid and o.currency = p.currency
      and p.booked_at >= since and p.booked_on <= o.day + 7 and taken > 0
    where p.type = 'CASH_IN' and p.direction = 'C' group by all) group by all;
create table gone as
  select p.*, amount * dollars(country, currency, day) as paid, covered >= day + 7 as is_over,
    (taken - least(taken, coalesce(back, 0))) * dollars(country, currency, day) as lost,
    exists (from acct_bal b where b.bank_id = p.bank_id and b.account_pid = p.account_pid and b.quarter = p.quarter
      and list_contains(flags, 'K03')) as is_broken
  from payments p left join put_back using (id) join ended e on e.bank_id = p.bank_id and e.quarter = p.quarter;
"""
GONE = """select country, quarter, '_T', '_T', case when count_if(not is_broken) >= 0.7 * count(*)
    then 100 * sum(lost) filter (not is_broken) / nullif(sum(paid) filter (not is_broken), 0) end from gone where is_over"""
PER_REMITTANCE = """
    with clients as (select quarter, bank_id, customer_pid, count_if(type <> 'REMIT_CREDIT') as wages from brought
        group by all having count_if(type = 'REMIT_CREDIT') > 0),
      rows as (select s.*, (select sum(usd) from brought b where b.quarter = s.quarter and b.bank_id = s.bank_id
          and b.account_pid = s.account_pid and b.type = 'REMIT_CREDIT') as usd, stock * dollars(country, currency, last) as held
        from stocks s join clients c using (quarter, bank_id, customer_pid) where history >= 3 and {which})
    select country, quarter, '_T', '_T', case when count(held) >= 0.7 * count(*)
      then 100 * sum(held) / nullif(sum(coalesce(usd, 0)) filter (held is not null), 0) end
    from rows where not is_closed or usd is not null group by all"""
TIE_SERIES = {
    ("C70", "_T", "adm"): PER_REMITTANCE.format(which="true"),
    ("C70", "retail", "adm"): PER_REMITTANCE.format(which="wages = 0"),
    ("C71", "_T", "adm"): """
        select s.country, s.quarter, '_T', '_T', 100.0 * count_if(exists (from products p where p.bank_id = s.bank_id
            and p.person = s.person and opened_on between start and last)) / count(*)
        from served s join spans using (quarter) semi join tied on tied.bank_id = s.bank_id and tied.quarter = s.quarter
          join ended e on e.bank_id = s.bank_id and e.quarter = s.quarter and covered >= e.last
        where not exists (from products p where p.bank_id = s.bank_id and p.person = s.person and opened_on < start
          and (closed_on is null or closed_on >= start)) group by all""".replace("and last)", "and spans.last)"),
    ("C72", "_T", "adm"): "select country, quarter, '_T', '_T', pct from growth where is_client",
    ("C72", "other_clients", "adm"): "select country, quarter, '_T', '_T', pct from growth where not is_client",
    ("C72", "difference", "adm"): """
        select c.country, c.quarter, '_T', '_T', c.pct - o.pct from growth c join growth o using (country, quarter)
        where c.is_client and not o.is_client""",
    ("C73", "_T", "adm"): GONE + " and (bank_id, quarter) in (select (bank_id, quarter) from tied) group by all",
    ("C73", "credited", "adm"): GONE + " and account_pid is not null group by all",
}

# Points that sold something in a quarter whose three months they told, of those that told them.
POINTS = {"point": "silver/delivery_point", "point_month": "silver/delivery_month", "figure": "silver/ref_series"}
POINT_SERIES = {
    ("C40", "_T", "adm"): """
        with told as (select country, partner_id, point_id, product_code, quarter, sum(applications + openings) as sold
            from point_month group by all having count(*) = 3),
          ends as (select distinct quarter, make_date(quarter[1:4]::int, 3 * quarter[7:7]::int - 2, 1) as start from point_month),
          offers as (select quarter, country, partner_id, point_id, product_code,
              arg_max(offers_from <= start + interval 3 month - interval 1 day and coalesce(offers_to
                >= start + interval 3 month - interval 1 day, true), coalesce(as_of_on, date '0001-01-01')) as stands
            from point join ends on coalesce(as_of_on, date '0001-01-01') < start + interval 3 month group by all),
          points as (select quarter, country, partner_id, point_id, bool_or(sold is not null) as tells,
              bool_or(coalesce(sold, 0) > 0) as sells
            from offers left join told using (quarter, country, partner_id, point_id, product_code)
            group by all having bool_or(sold is not null or stands))
        select p.country, quarter, '_T', '_T', case when count_if(tells) >= 0.7 * count(*)
          then 10000.0 * count_if(sells) / any_value(value) end
        from points p join figure f on f.country = p.country and f.series_code = 'ADULTS' and f.region is null
          and f.period = quarter[1:4] group by all""",
}


def opinions(series):
    """(indicator, variant, basis, SQL giving corridor, quarter, dimension, its value and the number)."""
    for table, numbers in (("gaps", GAPS), ("active", ACTIVE)):
        for history, indicator, variant, value in numbers:
            yield indicator, variant, "tx", f"""
                select corridor, quarter, dim, val, {value} from {table} join cells using (corridor, sender)
                where history >= {history} group by all"""
    for table, numbers in (("eligible", QUOTES), ("quote", ALL_QUOTES)):
        for indicator, variant, value in numbers:
            yield indicator, variant, "quote", f"select corridor, quarter, '_T', '_T', {value} from {table} group by all"
    for (indicator, variant, basis), sql in (OTHERS | series).items():
        yield indicator, variant, basis, sql


def main(lake):
    db = duckdb.connect()
    series = {}
    if DeltaTable.is_deltatable(f"{lake}/{FLOWS}"):
        files = DeltaTable(f"{lake}/{FLOWS}").file_uris()
        db.execute(f"create view flow as select * from read_parquet({files!r}, hive_partitioning=true,"
                   " hive_types_autocast=false)")
    else:
        db.execute("create view flow as select '' as partner_country, '' as country, '' as direction, '' as concept,"
                   " current_date as month_on, '' as precedence, 0 as value where false")
    for tables, prepare, more in (TABLES, PREPARE, {}), (RATES, PREPARE_COSTS + PREPARE_CELLS, COST_SERIES | CELL_SERIES), (BOOKS, PREPARE_BOOKS, BOOK_SERIES), (LOANS, PREPARE_LOANS, LOAN_SERIES), (PUBLISHED, PREPARE_PUBLISHED, PUBLISHED_SERIES), (TIES, PREPARE_TIES, TIE_SERIES), (POINTS, "", POINT_SERIES):
        if not all(DeltaTable.is_deltatable(f"{lake}/{table}") for table in tables.values()):
            continue
        for name, table in tables.items():
            files = DeltaTable(f"{lake}/{table}").file_uris()
            db.execute(f"create or replace view {name} as select * from read_parquet({files!r}, hive_partitioning=true,"
                       " hive_types_autocast=false)")
        if prepare:
            db.execute(prepare)
        series |= more
    compared, differing = 0, []
    for indicator, variant, basis, sql in opinions(series):
        expected = {tuple(r[:4]): r[4] for r in db.execute(sql).fetchall() if r[4] is not None}
        found = {tuple(r[:4]): r[4] for r in db.execute(
            "select corridor, period, dimensions, dimension_values, value from gold where indicator_id = ?"
            " and variant = ? and basis = ? and pilot_code = '_T' and value is not null"
            f" and dimensions in (select dim from {'of_cells' if (indicator, variant) in OF_CELLS else 'cells'})",
            [indicator, variant, basis]).fetchall()}
        if basis in ("quote", "adm") or indicator in ("A06", "A22", "A36", "A37", "A38", "A39", "A40", "C11"):
            found = {k: v for k, v in found.items() if k[2] == "_T"}
        for key in sorted(expected.keys() | found.keys()):
            here, there = found.get(key), expected.get(key)
            compared += 1
            if here is None or there is None or abs(here - float(there)) > TOLERANCE * max(1, abs(here)):
                differing.append(f"{indicator} {variant} {basis} {' '.join(key)}: gold {here}, SQL {there}")
    count = len(list(opinions(series)))
    if all(DeltaTable.is_deltatable(f"{lake}/silver/{name}") for name in PILOT_TABLES):
        for name in PILOT_TABLES:
            files = DeltaTable(f"{lake}/silver/{name}").file_uris()
            db.execute(f"create or replace view {name} as select * from read_parquet({files!r},"
                       " hive_partitioning=true, hive_types_autocast=false)")
        db.execute(PREPARE_PILOTS)
        for indicator, variant, sql in opinions_of_pilots():
            expected = {tuple(r[:4]): r[4] for r in db.execute(sql).fetchall() if r[4] is not None}
            found = {tuple(r[:4]): r[4] for r in db.execute(
                "select corridor, period, pilot_code, arm_code, value from gold where indicator_id = ? and variant = ?"
                " and basis = 'adm' and value is not null and dimensions = '_T' and pilot_code <> '_T'",
                [indicator, variant]).fetchall()}
            for key in sorted(expected.keys() | found.keys()):
                here, there = found.get(key), expected.get(key)
                compared += 1
                if here is None or there is None or abs(here - float(there)) > TOLERANCE * max(1, abs(here)):
                    differing.append(f"{indicator} {variant} {' '.join(key)}: gold {here}, SQL {there}")
            count += 1
    print(f"{compared} values of {count} series compared with SQL over silver, {len(differing)} differ")
    if differing or not compared:
        raise SystemExit("\n".join(differing[:20]))


if __name__ == "__main__":
    main(sys.argv[1])
