-- needs: tx
-- Completed transfers with their senders; a quarter has a row for each cell of the sender: total, provider, sex, where
-- nobody sent in it too. An amount that is not told leaves the values that it is part of, not the population.
create view quarters as
  select corridor, quarter, start, (start + interval 3 month)::date - 1 as last,
    4 * year(start) + quarter(start) - min(4 * year(start) + quarter(start)) over (partition by corridor) as history
  from (select distinct quarter, make_date(quarter[1:4]::int, 3 * quarter[7:7]::int - 2, 1) as start from tx)
    join (select corridor, min(quarter) as first from tx group by all) on quarter >= first;
create table completed as
  select row_number() over () as id, *, initiated_on as day, epoch_us(initiated_at) as micros,
    case when list_contains(flags, 'T15_SAME') then null
      when pid_scope = 'LINKED' then sender_pid else provider_id || sender_pid end as sender,
    case when list_contains(flags, 'T15_SAME') then null
      when pid_scope = 'LINKED' then beneficiary_pid else provider_id || beneficiary_pid end as beneficiary
  from tx where final_state in ('PAID', 'PARTIAL_REFUND') and coalesce(is_p2p, true)
    and coalesce(principal > 0, true) and coalesce(delivered > 0, true) and not list_contains(flags, 'T02');
create table cells as
  with first as (select corridor, sender,
      arg_min(coalesce(provider_type, 'U'), (day, micros, coalesce(beneficiary, ''), provider_id)) as provider_type,
      arg_min(provider_id, (day, micros, coalesce(beneficiary, ''), provider_id)) as provider_id,
      arg_min(coalesce(sender_sex, 'U'), (day, micros, coalesce(beneficiary, ''), provider_id)) as sender_sex
    from completed where sender is not null group by all)
  select corridor, sender, '_T' as dim, '_T' as val from first
  union all select corridor, sender, 'provider_type', provider_type from first
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
create table opinion_gaps as
  select corridor, quarter as period, dim as dimensions, val as dimension_values,
    median(middle) as "B11 _T tx", quantile_cont(middle, 0.25) as "B11 p25 tx", quantile_cont(middle, 0.75) as "B11 p75 tx",
    100.0 * count_if(n = 1) / count(*) as "B11 single tx", median(irregularity) as "B13 _T tx",
    100.0 * count_if(n >= 6 and irregularity <= 0.5) / nullif(count_if(n >= 6), 0) as "B14 _T tx",
    100.0 * count_if(n >= 6 and irregularity <= 0.5) / count(*) as "B14 of_active tx"
  from gaps join cells using (corridor, sender) where history >= 3 group by all;
-- A window that begins before the first transfers says nothing: each value has its least history.
create table opinion_active as
  select corridor, quarter as period, dim as dimensions, val as dimension_values,
    case when any_value(history) >= 3 then 100.0 * sum(months) / nullif(12 * count_if(months > 0), 0) end as "B15 _T tx",
    case when any_value(history) >= 1 then count_if(latest <= last - 180) end as "B18 _T tx",
    case when any_value(history) >= 1 then count_if(latest <= last - 90) end as "B18 d90 tx",
    case when any_value(history) >= 3 then count_if(latest <= last - 365) end as "B18 d365 tx",
    case when any_value(history) >= 4
      then 100.0 * count_if(year_ago and not since) / nullif(count_if(year_ago), 0) end as "B19 _T tx",
    case when any_value(history) >= 5
      then 100.0 * count_if(now and not lately and before) / nullif(count_if(now), 0) end as "B20 _T tx",
    case when any_value(history) >= 8
      then 100.0 * count_if(first_age = 4 and now) / nullif(count_if(first_age = 4), 0) end as "B21 a4 tx",
    case when any_value(history) >= 12
      then 100.0 * count_if(first_age = 8 and now) / nullif(count_if(first_age = 8), 0) end as "B21 a8 tx",
    case when any_value(history) >= 4
      then 100.0 * count_if(now and first_age = 0) / nullif(count_if(now), 0) end as "B22 _T tx",
    case when any_value(history) >= 3
      then 100.0 * count_if(beneficiaries > 1) / nullif(count_if(seen), 0) end as "B23 _T tx"
  from active join cells using (corridor, sender) group by all;
create table opinion_split as
  select corridor, quarter as period, dim as dimensions, val as dimension_values,
    100.0 * count_if(is_split) / count(*) as "B25 _T tx"
  from split join cells using (corridor, sender) group by all;

-- What beneficiaries were paid in a quarter, by the receipt date; a receipt of more than a quarter later does not count.
create table receipts as
  select corridor, beneficiary, start as quarter_start, 4 * year(start) + quarter(start) as t, count(*) as n,
    count(*) filter (payout_instrument = 'CASH') as cash,
    count(*) filter (payout_instrument in ('ACCOUNT', 'CARD', 'WALLET')) as account,
    count(distinct send_currency) = 1 as is_one, sum(principal) as money,
    sum(principal) filter (payout_instrument in ('ACCOUNT', 'CARD', 'WALLET')) as on_account,
    coalesce(min(provider_type), 'U') as provider_type, min(provider_id) as provider_id
  from (select *, date_trunc('quarter', greatest(coalesce(paid_on, day), day)) as start from completed)
  where beneficiary is not null and start <= date_trunc('quarter', day) + interval 3 month group by all;
create table cash_users as
  select r.*, year(r.quarter_start) || '-Q' || quarter(r.quarter_start) as quarter
  from receipts r join receipts b on b.corridor = r.corridor and b.beneficiary = r.beneficiary
    and b.t between r.t - 4 and r.t - 1
  group by all having sum(b.n) >= 2 and sum(b.cash) = sum(b.n);
create table conversions as
  select corridor, t, quarter, 'C11' as what, account > 0 as is_part, is_one and money > 0 as tells_value,
    2 * coalesce(on_account, 0) >= money as is_half, provider_type, provider_id from cash_users
  union all
  select u.corridor, q.t, q.quarter, 'C12', coalesce(count(r.t) > 0 and sum(r.cash) = sum(r.n), false), null, null,
    u.provider_type, u.provider_id
  from cash_users u
    join (select distinct quarter, 4 * quarter[1:4]::int + quarter[7:7]::int as t from tx) q on q.t = u.t + 2
    left join receipts r on r.corridor = u.corridor and r.beneficiary = u.beneficiary and r.t in (u.t + 1, u.t + 2)
  where u.account > 0 group by u.corridor, u.beneficiary, q.t, q.quarter, u.provider_type, u.provider_id;
create table opinion_conversion as
  with cells as (select *, t - (select min(4 * quarter[1:4]::int + quarter[7:7]::int) from tx) as history
    from conversions join lateral (select unnest(['_T', 'provider_type', 'provider_id']) as dimensions,
      unnest(['_T', provider_type, provider_id]) as dimension_values) on true
    where quarter in (select quarter from tx))
  select corridor, quarter as period, dimensions, dimension_values,
    case when any_value(history) >= 4
      then 100.0 * count_if(is_part and what = 'C11') / nullif(count_if(what = 'C11'), 0) end as "C11 _T tx",
    case when any_value(history) >= 4 and 10 * count_if(tells_value) >= 7 * count_if(what = 'C11')
      then 100.0 * count_if(is_half and tells_value) / nullif(count_if(tells_value), 0) end as "C11 ge50 tx",
    case when any_value(history) >= 6
      then 100.0 * count_if(is_part and what = 'C12') / nullif(count_if(what = 'C12'), 0) end as "C12 _T tx"
  from cells group by all;
