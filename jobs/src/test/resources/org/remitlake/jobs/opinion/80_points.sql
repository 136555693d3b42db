-- needs: delivery_point delivery_month ref_series
-- Points that sold something in a quarter whose three months they told, of those that told them.
create table opinion_points as
  with sold as (select country, partner_id, point_id, product_code, quarter, sum(applications + openings) as sold
      from delivery_month group by all having count(*) = 3),
    quarters_told as (select distinct quarter, make_date(quarter[1:4]::int, 3 * quarter[7:7]::int - 2, 1) as start
      from delivery_month),
    offers as (select quarter, country, partner_id, point_id, product_code,
        arg_max(offers_from <= start + interval 3 month - interval 1 day and coalesce(offers_to
          >= start + interval 3 month - interval 1 day, true), coalesce(as_of_on, date '0001-01-01')) as stands
      from delivery_point join quarters_told on coalesce(as_of_on, date '0001-01-01') < start + interval 3 month
      group by all),
    points as (select quarter, country, partner_id, point_id, bool_or(sold is not null) as tells,
        bool_or(coalesce(sold, 0) > 0) as sells
      from offers left join sold using (quarter, country, partner_id, point_id, product_code)
      group by all having bool_or(sold is not null or stands))
  select p.country as corridor, quarter as period, case when 10 * count_if(tells) >= 7 * count(*)
    then 10000.0 * count_if(sells) / any_value(value) end as "C40 _T adm"
  from points p join ref_series f on f.country = p.country and f.series_code = 'ADULTS' and f.region is null
    and f.period = quarter[1:4] group by all;
