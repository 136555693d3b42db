-- needs: tx fx_mid official_flow
-- The volume beside what the receive country's central bank published of a partner country, all months of the quarter.
create table official as
  select partner_country || '-' || country as corridor, quarter, concept, 1000 * sum(value) as usd from (
    select partner_country, country, year(month_on) || '-Q' || quarter(month_on) as quarter, concept,
      month(month_on) as month, arg_max(value, (precedence, month_on)) as value
    from official_flow where direction = 'INFLOW' group by all)
  group by all having count(*) = 3 and usd > 0;
create table opinion_coverage as
  select corridor, period, max(100 * "B04 _T tx" / usd::double) filter (concept = 'TOTAL') as "B27 total tx",
    max(100 * "B04 _T tx" / usd::double) filter (concept = 'NON_COMMERCIAL') as "B27 non_commercial tx"
  from opinion_volumes v join official o using (corridor) where o.quarter = v.period and dimensions = '_T' group by all;
