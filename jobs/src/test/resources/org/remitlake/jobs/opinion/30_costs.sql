-- needs: tx fx_mid
-- Reference rates: what a currency is worth to a bank on a day, by the latest rate of six days, twelve at New Year; the
-- bank of the receive country counts, where that of the send country does not tell more days of the quarter.
create macro own(bank) as
  case bank when 'NBT' then 'TJS' when 'CBA' then 'AMD' when 'CBR' then 'RUB' when 'NBK' then 'KZT' end;
create macro bank_of(country) as
  case country when 'TJK' then 'NBT' when 'ARM' then 'CBA' when 'RUS' then 'CBR' when 'KAZ' then 'NBK' end;
create macro oldest(day) as day - case when strftime(day, '%m%d') >= '1228' or strftime(day, '%m%d') <= '0115'
  then 12 else 6 end;
create table spans as
  select corridor, year(start) || '-Q' || quarter(start) as quarter, start,
    (start + interval 3 month)::date - 1 as last, 4 * year(start) + quarter(start) as t
  from (select corridor, unnest(generate_series(min, max + interval 3 month, interval 3 month))::date as start
    from (select corridor, min(start) as min, max(start) as max from quarters group by all));
create table worths as
  with moneys as (select 'USD' as money union select send_currency from completed
      union select delivered_currency from completed union select received_currency from completed
      union select own(bank_of(corridor[1:3])) from spans union select own(bank_of(corridor[5:7])) from spans),
    asked as (select bank, money, day::date as day from (values ('NBT'), ('CBA'), ('CBR'), ('NBK')) b(bank)
      cross join moneys cross join (select unnest(generate_series(min, max, interval 1 day)) as day
        from (select min(start) as min, max(last) as max from spans))
      where money is not null),
    told as (select fx_source, base_currency, rate_date, unit_rate::double as rate from fx_mid
      where quote_currency = own(fx_source))
  select bank, money, day, case when money = own(bank) then 1.0 when rate_date >= oldest(day) then rate end as worth
  from asked asof left join told on fx_source = bank and base_currency = money and rate_date <= day;
create table ratio as
  select a.bank, a.day, a.money as over, b.money as under,
    case when over = under then 1.0 else round(a.worth / b.worth, 12) end as rate
  from worths a join worths b using (bank, day) where rate is not null;
create table banks as
  with covering as (select corridor, quarter, start, last, bank, bank = bank_of(corridor[5:7]) as is_receiver, count(*) as n
    from spans join ratio on bank in (bank_of(corridor[5:7]), bank_of(corridor[1:3])) and day between start and last
      and over = own(bank_of(corridor[1:3])) and under = own(bank_of(corridor[5:7])) group by all)
  select corridor, quarter, start, last, arg_max(bank, (n, is_receiver)) as first,
    nullif(arg_min(bank, (n, is_receiver)), first) as second
  from covering group by all;
create table rates as
  select corridor, quarter, f.day, f.over, f.under, f.rate, s.rate as second
  from banks join ratio f on f.bank = first and f.day between start and last
    left join ratio s on s.bank = second and s.day = f.day and s.over = f.over and s.under = f.under;
create table means as
  select corridor, quarter, over as send_currency, round(avg(rate), 12) as mean_u from rates where under = 'USD' group by all;

-- Each transfer with its rates: m into what was delivered, m2 the same by the other bank, u into USD; at the receipt
-- date h into the receive country's currency, p of who paid out in another currency than arrived.
create table profiled as
  with rated as (select c.*, f.rate as m, f.second as m2, u.rate as u, mean_u, p.rate as p,
      case when home = coalesce(c.delivered_currency, c.send_currency) then 1.0 else h.rate end as h
    from (select *, coalesce(paid_on, initiated_on) as received_on,
        case receive_country when 'TJK' then 'TJS' when 'ARM' then 'AMD' end as home from completed) c
      left join rates f on f.corridor = c.corridor and f.day = c.day and f.over = c.send_currency
        and f.under = c.delivered_currency
      left join rates u on u.corridor = c.corridor and u.day = c.day and u.over = c.send_currency and u.under = 'USD'
      left join rates h on h.corridor = c.corridor and h.day = received_on and h.under = home
        and h.over = coalesce(c.delivered_currency, c.send_currency)
      left join rates p on p.corridor = c.corridor and p.day = received_on and p.over = c.received_currency
        and p.under = c.delivered_currency
      left join means n on n.corridor = c.corridor and n.quarter = c.quarter and n.send_currency = c.send_currency),
    valued as (select *, principal::double as s, fee_currency = send_currency and not list_contains(flags, 'T06') as is_clear,
        case when is_clear and not list_contains(flags, 'T07') then fee::double + s
          - (delivered - coalesce(beneficiary_fee, 0))::double / m end as raw,
        case when raw between -0.05 * s and 0.6 * s then raw end as cost,
        fee::double + s - (delivered - coalesce(beneficiary_fee, 0))::double / m2 as raw2,
        epoch_us(case when payout_instrument in ('ACCOUNT', 'CARD', 'WALLET', 'HOME_DELIVERY')
          then coalesce(available_at, paid_at) else available_at end) as there,
        floor((there / 1000000 + case receive_country when 'TJK' then 18000 when 'ARM' then 14400 end) / 86400)
          - (day - date '1970-01-01') as later from rated)
  select *, s * u as usd, case when fee_currency = send_currency then fee::double end as own_fee,
    delivered::double * h as lcu, cost * u as cost_usd,
    case when cost is not null then s end as costed,
    case when is_clear and fee <= 0.6 * principal then 100 * fee::double / s end as fee_pct,
    round(100 * cost / s, 12) as pct, case when cost is not null then 100 * (s - delivered::double / m) / s end as margin,
    case when cost is not null then 100 * raw2 / s end as second_pct,
    case when cost is not null then 100 * (s - delivered::double / m2) / s end as second_margin,
    payout_rate is not null or delivered_currency is null as is_converted,
    case when payout_rate::double / p between 0.4 and 1.05 then 100 * (1 - payout_rate::double / p) end as conversion,
    payout_instrument in ('ACCOUNT', 'CARD', 'WALLET') as is_to_account, there - micros <= 3600000000 as is_soon,
    corridor not like 'RUS-%' or day < date '2022-03-01' as is_no_move, coalesce(relationship = 'SELF', false) as is_self,
    concat_ws('|', provider_id, coalesce(send_channel, 'U'), coalesce(funding_instrument, 'U'),
      coalesce(payout_instrument, 'U')) as service,
    len(list_filter([50, 100, 150, 250, 350, 450, 600, 1000, 2000], lambda edge: edge <= s * mean_u)) as bin,
    case when mean_u is null then 'U' else ['0-50', '50-100', '100-150', '150-250', '250-350', '350-450', '450-600',
      '600-1000', '1000-2000', '2000+'][1 + bin] end as amount_tier,
    case when there is null then 'U' when is_soon then 'LT1H' when later <= 0 then 'SAME_DAY'
      when later = 1 then 'NEXT_DAY' when later = 2 then 'D2' when later <= 5 then 'D3_5' else 'D6PLUS' end as speed_class
  from valued;
create table of_cells as select p.*, dim as dimensions, coalesce(val, 'U') as dimension_values from profiled p join lateral (
  select unnest(['_T', 'provider_type', 'provider_id', 'send_channel', 'funding_instrument', 'payout_instrument',
      'speed_class', 'amount_tier', 'sender_sex', 'sender_age_band', 'receive_region',
      'funding_instrument|payout_instrument']) as dim,
    unnest(['_T', provider_type, provider_id, send_channel, funding_instrument, payout_instrument,
      speed_class, amount_tier, sender_sex, sender_age_band, receive_region,
      coalesce(funding_instrument, 'U') || '|' || coalesce(payout_instrument, 'U')]) as val) on true;

-- A value of the transfers that tell what it needs, 70 % or more of the cell, with a sender who is known.
create macro if_told(who, has, value) as
  case when 10 * count_if(has) >= 7 * count(*) and count_if(has and who is not null) > 0 then value end;
-- Money over money: in the one send currency of what is not zero, else in USD.
create macro in_percent(money, u, over, under) as 100 * case
  when count(distinct money) filter (over <> 0 or under <> 0) = 1
  then sum(over) / nullif(greatest(sum(under), 0), 0)
  else sum(over * u) / nullif(greatest(sum(under * u), 0), 0) end;
create table opinion_costs as
  select corridor, quarter as period, dimensions, dimension_values,
    if_told(sender, fee_pct is not null, avg(fee_pct)) as "A01 _T tx",
    if_told(sender, cost is not null, avg(margin)) as "A02 _T tx",
    if_told(sender, cost is not null, avg(pct)) as "A03 _T tx",
    if_told(sender, cost_usd is not null, avg(cost_usd)) as "A04 _T tx",
    case when 10 * count_if(is_converted and conversion is not null) >= 7 * count_if(is_converted)
      and count_if(is_converted and conversion is not null and sender is not null) > 0
      then avg(conversion) filter (is_converted) end as "A05 _T tx",
    if_told(sender, second_pct is not null, avg(second_margin)) as "A06 _T tx",
    if_told(sender, second_pct is not null, avg(second_pct)) as "A06 cost tx",
    if_told(sender, second_pct is not null, avg(margin - second_margin)) as "A06 sensitivity tx",
    if_told(sender, there is not null, 100.0 * count_if(is_soon) / count(there)) as "A22 _T tx",
    if_told(sender, cost is not null, in_percent(send_currency, u, cost, costed)) as "A30 _T tx",
    if_told(sender, cost is not null, avg(pct)) as "A31 _T tx",
    if_told(sender, cost is not null, median(pct)) as "A32 _T tx",
    if_told(sender, cost is not null, 100.0 * count_if(pct < 3) / count(pct)) as "A34 n_lt3 tx",
    if_told(sender, cost is not null, 100.0 * count_if(pct < 5) / count(pct)) as "A34 n_lt5 tx",
    if_told(sender, cost is not null, in_percent(send_currency, u, costed * (pct < 3)::int, costed)) as "A34 value_lt3 tx",
    if_told(sender, cost is not null, in_percent(send_currency, u, costed * (pct < 5)::int, costed)) as "A34 value_lt5 tx",
    if_told(sender, cost is not null, in_percent(send_currency, u, own_fee * (cost is not null)::int, cost)) as "A35 fee tx",
    if_told(sender, cost is not null, in_percent(send_currency, u, cost - own_fee, cost)) as "A35 fx tx"
  from of_cells group by all;
create table opinion_volumes as
  select corridor, quarter as period, dimensions, dimension_values,
    if_told(sender, true, count(distinct sender)) as "B01 _T tx", if_told(sender, true, count(*)) as "B03 _T tx",
    if_told(sender, usd is not null, sum(usd)) as "B04 _T tx",
    if_told(sender, usd is not null, coalesce(sum(usd) filter (is_no_move or not is_self), 0)) as "B04 workers tx",
    if_told(sender, usd is not null, coalesce(sum(usd) filter (is_no_move or not (is_self or usd >= 3000)), 0))
      as "B04 workers_low tx",
    if_told(sender, usd is not null, coalesce(sum(usd) filter (is_no_move or not (is_self and usd >= 1000)), 0))
      as "B04 workers_high tx",
    if_told(sender, lcu is not null, sum(lcu)) as "B05 _T tx",
    if_told(sender, true, 1.0 * count(sender) / count(distinct sender)) as "B06 _T tx",
    if_told(sender, usd is not null, sum(usd) filter (sender is not null)
      / count(distinct sender) filter (usd is not null)) as "B07 _T tx",
    if_told(sender, usd is not null, avg(usd)) as "B08 _T tx", if_told(sender, usd is not null, median(usd)) as "B09 _T tx",
    if_told(sender, usd is not null, quantile_cont(usd, 0.1)) as "B09 p10 tx",
    if_told(sender, usd is not null, quantile_cont(usd, 0.25)) as "B09 p25 tx",
    if_told(sender, usd is not null, quantile_cont(usd, 0.75)) as "B09 p75 tx",
    if_told(sender, usd is not null, quantile_cont(usd, 0.9)) as "B09 p90 tx",
    if_told(sender, usd is not null, 100 * coalesce(sum(usd) filter (send_currency = 'RUB'), 0) / sum(usd)) as "B26 rub tx",
    if_told(sender, usd is not null, 100 * coalesce(sum(usd) filter (send_currency = 'USD'), 0) / sum(usd)) as "B26 usd tx",
    if_told(sender, usd is not null, 100 * coalesce(sum(usd) filter (send_currency = 'EUR'), 0) / sum(usd)) as "B26 eur tx",
    if_told(sender, usd is not null, 100 * coalesce(sum(usd) filter (send_currency not in ('RUB', 'USD', 'EUR')), 0)
      / sum(usd)) as "B26 other tx",
    if_told(sender, payout_instrument is not null, 100.0 * count_if(is_to_account) / count(payout_instrument)) as "C10 n tx",
    if_told(sender, payout_instrument is not null and usd is not null, 100 * coalesce(sum(usd) filter (is_to_account), 0)
      / sum(usd) filter (payout_instrument is not null)) as "C10 value tx"
  from of_cells group by all;
create table opinion_months as
  select corridor, quarter as period, dimensions, dimension_values,
    case when count_if(month = 1 and sender is not null) > 0 then count_if(month = 1) end as "B03 m1 tx",
    case when 10 * count_if(month = 1 and lcu is not null) >= 7 * count_if(month = 1)
      and count_if(month = 1 and lcu is not null and sender is not null) > 0
      then sum(lcu) filter (month = 1) end as "B05 m1 tx",
    case when count_if(month = 2 and sender is not null) > 0 then count_if(month = 2) end as "B03 m2 tx",
    case when 10 * count_if(month = 2 and lcu is not null) >= 7 * count_if(month = 2)
      and count_if(month = 2 and lcu is not null and sender is not null) > 0
      then sum(lcu) filter (month = 2) end as "B05 m2 tx",
    case when count_if(month = 3 and sender is not null) > 0 then count_if(month = 3) end as "B03 m3 tx",
    case when 10 * count_if(month = 3 and lcu is not null) >= 7 * count_if(month = 3)
      and count_if(month = 3 and lcu is not null and sender is not null) > 0
      then sum(lcu) filter (month = 3) end as "B05 m3 tx"
  from (select *, (month(day) - 1) % 3 + 1 as month from of_cells where dimensions = '_T') group by all;
-- By the receipt date, in the transfer's quarter or the next.
create table opinion_received as
  select corridor, year(since) || '-Q' || quarter(since) as period, dimensions, dimension_values,
    nullif(count(distinct beneficiary), 0) as "B02 _T tx"
  from (select *, greatest(received_on, day) as since from of_cells) where period in (select quarter from tx)
    and 4 * year(since) + quarter(since) <= 1 + 4 * year(day) + quarter(day) group by all;
create table opinion_concentration as
  with firms as (select corridor, quarter, dimensions, dimension_values, coalesce(provider_group, provider_id) as firm,
      count(*) as n, count(usd) as told, count_if(usd is not null and sender is not null) as senders, count(sender) as known,
      coalesce(sum(usd), 0) as usd from of_cells where dimensions <> 'provider_id' group by all)
  select corridor, quarter as period, dimensions, dimension_values, count_if(usd > 0) as sized,
    10 * sum(told) >= 7 * sum(n) and sum(senders) > 0 as is_told,
    case when sum(known) > 0 then sum(n * n) / (sum(n) * sum(n)) end as "A38 count tx",
    case when count(*) > 1 then ("A38 count tx" - 1.0 / count(*)) / (1 - 1.0 / count(*)) end as "A38 count_norm tx",
    case when is_told then sum(usd * usd) / (sum(usd) * sum(usd)) end as "A38 volume tx",
    case when sized > 1 then ("A38 volume tx" - 1.0 / sized) / (1 - 1.0 / sized) end as "A38 volume_norm tx",
    case when is_told then 100 * max(usd) / sum(usd) end as "A38 cr1 tx",
    case when is_told then 100 * list_sum(max(usd, 3)) / sum(usd) end as "A38 cr3 tx"
  from firms group by corridor, quarter, dimensions, dimension_values;

-- The change of the paid cost, in its parts; services of both quarters in one currency, else in USD.
create view population as select corridor, quarter, count(*) as n from completed group by all;
create table services as
  select corridor, 4 * quarter[1:4]::int + quarter[7:7]::int as t, any_value(quarter) as quarter,
    service, sum(cost * u) as cost, sum(s * u) as principal,
    sum(cost) as own_cost, sum(s) as own_principal, count(*) as n, list(distinct send_currency) as monies
  from profiled where cost is not null and u is not null group by all;
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
create table opinion_change as
  select corridor, m.quarter as period, total as "A36 total tx", price as "A36 price tx", mix as "A36 mix tx",
    total - price - mix as "A36 coverage tx"
  from moved join money_of m using (corridor, t) join population p using (corridor) where p.quarter = m.quarter
    and 10 * m.n >= 7 * p.n;

-- Money at a standard amount, on the line between the bins of 30 transfers or more on either side.
create macro standard(usd) as table
  with binned as (select corridor, quarter, dimensions, dimension_values, service, bin, count(*) as n,
        avg(s * mean_u) as a, avg(cost_usd) as c, count_if(2 * s * mean_u between usd and 3 * usd) as near
      from of_cells where cost_usd is not null group by all),
    lines as (select corridor, quarter, dimensions, dimension_values, service, sum(near) as near,
        max(a) filter (n >= 30 and a <= usd) as a0, arg_max(c, a) filter (n >= 30 and a <= usd) as c0,
        min(a) filter (n >= 30 and a >= usd) as a1, arg_min(c, a) filter (n >= 30 and a >= usd) as c1
      from binned group by all),
    cost as (select *, case when a0 = a1 then c0 else c0 + (usd - a0) * (c1 - c0) / (a1 - a0) end as money from lines)
  select corridor, quarter as period, dimensions, dimension_values,
    case when 10 * sum(near) filter (money is not null) >= 7 * sum(near)
      then 100 * sum(near * money) / sum(near) filter (money is not null) / usd end as percent
  from cost group by all;
create table standard_200 as from standard(200);
create table told_in_usd as
  select corridor, quarter as period, dimensions, dimension_values, if_told(sender, cost_usd is not null, true) as is_told
  from of_cells group by all;
create table opinion_standard as
  select corridor, period, dimensions, dimension_values, a.percent as "A33 usd200 tx", b.percent as "A33 usd500 tx"
  from told_in_usd left join standard_200 a using (corridor, period, dimensions, dimension_values)
    left join standard(500) b using (corridor, period, dimensions, dimension_values) where is_told;
-- Where 70 % of the transfers tell the sender's sex.
create table opinion_gap as
  with coded as (select corridor, quarter as period from profiled where cost_usd is not null
      group by all having 10 * count_if(sender_sex in ('F', 'M')) >= 7 * count(*)),
    told as (select corridor, period from told_in_usd where is_told and dimensions = '_T')
  select corridor, period, w.percent - m.percent as "A40 sex tx"
  from standard_200 w join standard_200 m using (corridor, period, dimensions)
    semi join coded using (corridor, period) semi join told using (corridor, period)
  where dimensions = 'sender_sex' and w.dimension_values = 'F' and m.dimension_values = 'M';
