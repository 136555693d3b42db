-- needs: delivery_point delivery_month ref_series
-- Points as last told by a quarter's end, with the sums of the quarter's months where all three were told.
create table point_quarters as
  with sums as (select partner_id, point_id, product_code, quarter, sum(applications + openings) as sold,
        sum(product_transactions) as used, sum(hours_promised - coalesce(hours_planned_down, 0))::double as promised,
        sum(hours_available)::double as available, case when count(complaints) = 3 then sum(complaints) end as complaints,
        case when count(contacts) = 3 then sum(contacts) end as contacts
      from delivery_month group by all having count(*) = 3),
    ends as (select distinct quarter, make_date(quarter[1:4]::int, 3 * quarter[7:7]::int - 2, 1) as start,
      (start + interval 3 month)::date - 1 as last from delivery_month)
  select p.*, s.* exclude (partner_id, point_id, product_code, quarter), e.quarter, partner_id || ' ' || point_id as name,
    sold is not null as tells, offers_from <= last and coalesce(offers_to >= last, true) as offers
  from delivery_point p join ends e on coalesce(as_of_on, date '0001-01-01') <= last
    left join sums s using (partner_id, point_id, product_code, quarter)
  qualify row_number() over (partition by partner_id, point_id, product_code, quarter
    order by coalesce(as_of_on, date '0001-01-01') desc) = 1;
create table opinion_points as
  with points as (select quarter, country, name, bool_or(tells) as tells, bool_or(tells and sold > 0) as sells
    from point_quarters group by all having bool_or(tells or offers))
  select p.country as corridor, quarter as period, case when 10 * count_if(tells) >= 7 * count(*)
    then 10000.0 * count_if(sells) / any_value(value) end as "C40 _T adm"
  from points p join ref_series f on f.country = p.country and f.series_code = 'ADULTS' and f.region is null
    and f.period = quarter[1:4] group by all;
create table opinion_coverage_of_points as
  select country as corridor, quarter as period, 100.0 * count(distinct name) filter (offers)
    / count(distinct name) as "C41 _T adm"
  from point_quarters where is_pilot_area group by all;
create table opinion_service as
  select country as corridor, quarter as period, dim as dimensions, val as dimension_values,
    case when 10 * count_if(tells) >= 7 * count(*) then 100.0 * count_if(used >= 10) / count_if(tells) end as "C42 _T adm",
    100.0 * sum(staff_trained_n) / nullif(sum(staff_n), 0) as "C45 _T adm",
    case when 10 * count(contacts) >= 7 * count(*) then 1.0 * sum(contacts) / count(contacts) end as "C46 _T adm",
    case when 10 * count_if(tells) >= 7 * count(*)
      then 100 * sum(available) / nullif(greatest(sum(promised), 0), 0) end as "C47 _T adm",
    case when 10 * count(complaints) >= 7 * count(*) then 1000.0 * sum(complaints)
      / nullif(sum(used) filter (complaints is not null), 0) end as "C48 _T adm"
  from point_quarters join lateral (select unnest(['_T', 'partner_id', 'product_code', 'region']) as dim,
    unnest(['_T', partner_id, product_code, region]) as val) on true
  where offers group by all;
