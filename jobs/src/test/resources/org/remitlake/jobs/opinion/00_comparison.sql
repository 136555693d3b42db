-- needs: gold.indicator_value
-- What a file says is in tables opinion_*: the columns of a value's key (all of "_T" where it has none), and a column
-- for each series, named "id variant basis". A count is an integer, and must be the same to the unit.
set TimeZone = 'UTC';
create table no_key (corridor varchar, period varchar, pilot_code varchar, arm_code varchar, dimensions varchar,
  dimension_values varchar);
create macro cell_of(name) as table
  select coalesce(corridor, '_T') as corridor, coalesce(period, '_T') as period,
    coalesce(pilot_code, '_T') as pilot_code, coalesce(arm_code, '_T') as arm_code,
    coalesce(dimensions, '_T') as dimensions, coalesce(dimension_values, '_T') as dimension_values,
    columns(lambda c: c like '___ % %')::double
  from (from no_key union all by name from query_table(name));
create macro series_of(name) as table
  select column_name as series, data_type in ('INTEGER', 'BIGINT', 'HUGEINT') as is_count from duckdb_columns()
  where table_name = name and column_name like '___ % %';
-- Only dimensions that the table has are compared, and of pilots only where it is about pilots.
create macro compared(name) as table
  with said as (unpivot (from cell_of(name)) on columns(lambda c: c like '___ % %') into name series value sql),
    known as (select distinct dimensions, pilot_code <> '_T' as is_pilot from cell_of(name)),
    held as (
      select corridor, period, pilot_code, arm_code, dimensions, dimension_values,
        concat_ws(' ', indicator_id, variant, basis) as series, value as gold
      from indicator_value semi join known k
        on k.dimensions = indicator_value.dimensions and k.is_pilot = (pilot_code <> '_T')
      where value is not null)
  select series, concat_ws(' ', corridor, period, nullif(pilot_code, '_T'), nullif(arm_code, '_T'), dimensions,
      nullif(dimension_values, '_T')) as cell, gold, sql,
    gold is null or sql is null or isnan(sql)
      or abs(gold - sql) > case when is_count then 0 else greatest(1e-9 * abs(gold), 1e-10) end as differs
  from (select * from said full join held
      using (series, corridor, period, pilot_code, arm_code, dimensions, dimension_values))
    join series_of(name) using (series);
create table comparison (series varchar, cell varchar, gold double, sql double, differs boolean);
