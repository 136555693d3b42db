-- needs: quote
-- Quotes by the corridor and by each part of it; an attribute that the collector does not tell is U.
create table quoted as
  with told as (select *, coalesce(provider_type, 'U') as type, coalesce(send_channel, 'U') as channel,
        coalesce(funding_instrument, 'U') as funding, coalesce(payout_instrument, 'U') as payout,
        coalesce(speed_class, 'U') as speed, coalesce(provider_id, '') as firm,
        is_disclosed and total_cost_pct is not null as is_eligible, 4 * quarter[1:4]::int + quarter[7:7]::int as t
      from quote),
    digital as (select *, case
        when funding not in ('CARD', 'ACCOUNT', 'WALLET', 'U') or channel not in ('WEB', 'APP', 'KIOSK', 'U')
          or payout not in ('CARD', 'ACCOUNT', 'WALLET', 'U') then 'NO'
        when 'U' in (funding, channel, payout) then 'U' else 'YES' end as is_digital from told)
  select * exclude (is_digital, dimension), dimension as dimensions, value as dimension_values
  from digital join lateral (
    select unnest(['_T', 'provider_type', 'send_channel', 'funding_instrument', 'payout_instrument', 'speed_class',
        'is_digital']) as dimension,
      unnest(['_T', type, channel, funding, payout, speed, is_digital]) as value) on true;
create view eligible as select *, total_cost_pct::double as cost from quoted where is_eligible and amount_tier = 200;
-- The three cheapest within five days, and within reach where somebody has to go somewhere.
create table smart as
  select corridor, quarter, avg(total_cost_pct::double) as price, sum(total_cost_pct) > 5 * count(*) as is_above_5
  from (select * from eligible where dimensions = '_T' and speed <> 'D6PLUS'
      and (not (funding = 'CASH' or payout in ('CASH', 'U')) or coverage in ('HIGH', 'MEDIUM'))
    qualify row_number() over (partition by corridor, quarter order by total_cost_pct, coalesce(fee, 0), firm) <= 3)
  group by all;
create table opinion_quotes as
  select corridor, quarter as period, dimensions, dimension_values,
    1.0 * count_if(is_disclosed) / count(*) as "A07 _T quote",
    100.0 * count_if(is_disclosed) / count(*) as "A18 _T quote",
    100.0 * count_if(speed = 'LT1H') / nullif(count_if(speed <> 'U'), 0) as "A22 _T quote",
    avg(fee_pct::double) filter (is_eligible and amount_tier = 200) as "A01 usd200 quote",
    avg(fee_pct::double) filter (is_eligible and amount_tier = 500) as "A01 usd500 quote",
    avg(fx_margin_pct::double) filter (is_eligible and amount_tier = 200) as "A02 usd200 quote",
    avg(fx_margin_pct::double) filter (is_eligible and amount_tier = 500) as "A02 usd500 quote",
    avg(total_cost_pct::double) filter (is_eligible and amount_tier = 200) as mean_200,
    avg(total_cost_pct::double) filter (is_eligible and amount_tier = 500) as mean_500,
    case when dimensions = '_T' then mean_200 end as "A03 usd200 quote",
    case when dimensions = '_T' then mean_500 end as "A03 usd500 quote",
    case when dimensions = '_T' then mean_200 end as "A10 usd200 quote",
    case when dimensions = '_T' then mean_500 end as "A10 usd500 quote",
    case when dimensions <> '_T' then mean_200 end as "A11 usd200 quote",
    case when dimensions <> '_T' then mean_500 end as "A11 usd500 quote"
  from quoted group by corridor, quarter, dimensions, dimension_values;
create table opinion_eligible as
  select corridor, quarter as period, dimensions, dimension_values,
    100.0 * count_if(cost < 3) / count(*) as "A16 lt3 quote",
    100.0 * count_if(cost < 5) / count(*) as "A16 lt5 quote"
  from eligible group by all;
create table opinion_spread as
  select corridor, quarter as period, (sum(total_cost_pct) > 5 * count(*))::int as "A17 avg quote",
    max(cost) - min(cost) as "A20 range quote",
    quantile_cont(cost, 0.75) - quantile_cont(cost, 0.25) as "A20 iqr quote",
    stddev_samp(cost) as "A20 sd quote",
    quantile_cont(cost, 0.9) / nullif(greatest(quantile_cont(cost, 0.1), 0), 0) as "A20 p90p10 quote",
    any_value(is_above_5)::int as "A17 _T quote", any_value(price) as "A12 usd200 quote",
    avg(cost) - any_value(price) as "A21 _T quote"
  from eligible left join smart using (corridor, quarter) where dimensions = '_T' group by all;
-- A service that is quoted several times in a quarter has its mean.
create table opinion_matched as
  with services as (select corridor, quarter, t, amount_tier, firm, funding, payout, speed, avg(total_cost_pct::double) as cost
    from quoted where dimensions = '_T' and is_eligible group by all)
  select corridor, n.quarter as period, avg(n.cost - b.cost) filter (amount_tier = 200) as "A19 usd200 quote",
    avg(n.cost - b.cost) filter (amount_tier = 500) as "A19 usd500 quote"
  from services n join services b using (corridor, amount_tier, firm, funding, payout, speed)
  where b.t = n.t - 1 group by all;
-- Operators that are quoted in 85 % of a quarter's corridors.
create table opinion_operators as
  with known as (select * from quoted where dimensions = '_T'),
    corridors as (select quarter, count(distinct corridor) as all_of from known group by all),
    wide as (select quarter, firm from known join corridors using (quarter) where type = 'MTO' and firm <> ''
      group by quarter, firm, all_of having 100 * count(distinct corridor) >= 85 * all_of)
  select quarter as period, avg(total_cost_pct::double) filter (amount_tier = 200) as "A13 usd200 quote",
    avg(total_cost_pct::double) filter (amount_tier = 500) as "A13 usd500 quote"
  from known semi join wide using (quarter, firm) where is_eligible and type = 'MTO' group by all;
