-- needs: tx fx_mid ref_series
-- What follows from volumes and published series: those of a publisher and unit are never mixed.
create table figures as select series_code as code, country, source || chr(1) || unit as told, unit,
    trim(period) as period, value from ref_series;
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
create table volume as
  select corridor, corridor[5:7] as country, period as quarter, period[1:4] as year, "B05 _T tx" as v
  from opinion_volumes where dimensions = '_T' and v is not null;
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
create table opinion_real as
  select corridor, quarter as period, any_value(value) filter (variant = '_T') as "B10 _T tx",
    any_value(value) filter (variant = 'first_year') as "B10 first_year tx"
  from indexed group by all;
create table opinion_seasons as
  select corridor, quarter as period,
    max(s) filter (kind = 'n' and k = 1) as "B16 n_q1 tx", max(s) filter (kind = 'n' and k = 2) as "B16 n_q2 tx",
    max(s) filter (kind = 'n' and k = 3) as "B16 n_q3 tx", max(s) filter (kind = 'n' and k = 4) as "B16 n_q4 tx",
    max(s) filter (kind = 'v' and k = 1) as "B16 v_q1 tx", max(s) filter (kind = 'v' and k = 2) as "B16 v_q2 tx",
    max(s) filter (kind = 'v' and k = 3) as "B16 v_q3 tx", max(s) filter (kind = 'v' and k = 4) as "B16 v_q4 tx",
    max(s) filter (kind = 'n') - min(s) filter (kind = 'n') as "B16 n_amplitude tx",
    max(s) filter (kind = 'v') - min(s) filter (kind = 'v') as "B16 v_amplitude tx",
    max(y / nullif(s, 0)) filter (kind = 'constant' and is_last) as "B17 _T tx",
    max(y / nullif(s, 0)) filter (kind = 'n' and is_last) as "B17 n tx"
  from seasons group by all;
create table opinion_economy as
  select country as corridor, year || '-Q4' as period, arg_min(100 * i.total::double / g.total::double, told)
      as "B28 _T official"
  from yearly i join yearly g using (country, told, year)
  where i.code = 'OFFICIAL_INFLOW' and g.code = 'GDP' and g.total > 0 group by all;
