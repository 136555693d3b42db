-- needs: tx fx_mid quote
-- What was paid beside what was quoted: the mean of the corridor's services, and its cheapest.
create table opinion_saving as
  select c.corridor, c.quarter as period, c.dimensions, c.dimension_values,
    if_told(sender, cost_usd is not null, sum(greatest(cost_usd - usd * price / 100, 0))) as "A39 _T tx"
  from of_cells c join smart m using (corridor, quarter) group by all;
create table opinion_quote_gap as
  select corridor, period, percent - "A10 usd200 quote" as "A37 _T tx"
  from standard_200 s join opinion_quotes q using (corridor, period, dimensions)
    semi join (from told_in_usd where is_told) t using (corridor, period, dimensions) where dimensions = '_T';
create table opinion_weighted_quotes as
  with means as (select corridor, quarter, firm as provider_id, avg(cost) as mean from eligible
      where dimensions = '_T' group by all)
  select p.corridor, p.quarter as period,
    if_told(sender, usd is not null, sum(usd * mean) / sum(usd) filter (mean is not null)) as "A15 usd200 tx"
  from profiled p left join means using (corridor, quarter, provider_id) group by all;
