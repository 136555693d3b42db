-- needs: tx fx_mid quote ref_series
-- may have: official_flow
-- Quotes weighted by the yearly inflow from each partner country; where that is not published of all corridors of a
-- country, by equal parts of its total.
create view if not exists official_flow as select '' as partner_country, '' as country, '' as direction, '' as concept,
  current_date as month_on, '' as precedence, 0 as value where false;
create table partners as
  select partner_country || '-' || country as corridor, year, 1000 * sum(value) as own from (
    select partner_country, country, year(month_on)::varchar as year, month(month_on) as month,
      arg_max(value, (precedence, month_on)) as value
    from official_flow where direction = 'INFLOW' and concept = 'TOTAL' group by all)
  group by all having count(*) = 12;
create table inflows as select country, year, arg_min(total * case unit when 'USD' then 1 when 'USD thousand' then 1e3
    when 'USD million' then 1e6 when 'USD billion' then 1e9 end, told) as total
  from yearly where code = 'OFFICIAL_INFLOW' and unit in ('USD', 'USD thousand', 'USD million', 'USD billion') group by all;
create table weighted as
  with costs as (select variant, corridor, corridor[5:7] as country, period as quarter,
        (period[1:4]::int - 1)::varchar as year, value
      from (unpivot (select corridor, period, "A10 usd200 quote" as usd200, "A10 usd500 quote" as usd500
        from opinion_quotes where dimensions = '_T') on usd200, usd500 into name variant value value)),
    told as (select *, count(*) over c as corridors, count(own) over c as published
      from costs left join partners using (corridor, year) left join inflows using (country, year)
      window c as (partition by variant, quarter, country)),
    weights as (select *, case when published < corridors and total is not null then total / corridors else own end as w
      from told)
  select variant, quarter, case when count(w) = count(*) then sum(w * value) / sum(w) end as value
  from weights group by all;
create table opinion_weighted as
  select quarter as period, any_value(value) filter (variant = 'usd200') as "A14 usd200 quote",
    any_value(value) filter (variant = 'usd500') as "A14 usd500 quote"
  from weighted group by all;
