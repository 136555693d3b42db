-- needs: pilot cluster assignment funnel_event programme_cost fx_mid
-- Pilots: subjects with the day of each stage, at the ends of quarters.
create table stages as select * from (values ('ELIGIBLE', 0), ('REACHED', 1), ('AWARE', 2), ('INTERESTED', 3),
  ('APPLIED', 4), ('APPROVED', 5), ('OPENED', 6), ('FUNDED', 7), ('ACTIVE_30D', 8), ('ACTIVE_90D', 9),
  ('PERSIST_180D', 10), ('PERSIST_365D', 11)) s(stage, rank);
create table staged as
  select pilot_code, subject_pid, stage, rank,
    (event_at + case country when 'ARM' then interval 4 hour else interval 5 hour end)::date as day
  from funnel_event join pilot using (pilot_code) join stages using (stage);
create table ends as
  select *, year(start) || '-Q' || quarter(start) as quarter, (start + interval 3 month)::date - 1 as last
  from (select pilot_code, country, unnest(generate_series(date_trunc('quarter', offered), until,
      interval 3 month))::date as start
    from (select p.pilot_code, country, min(treated_from) as offered,
        least(any_value(end_on), any_value(covered)) as until
      from pilot p join cluster using (pilot_code)
      join (select pilot_code, max(day) as covered from staged group by all) using (pilot_code) group by all));
create table days as
  with units as (select pilot_code, subject_pid, assigned_arm, eligible_from from assignment
    where has_consent and withdrawn_on is null)
  select pilot_code, subject_pid, assigned_arm, 0 as rank, eligible_from as day from units
  union all
  select u.pilot_code, u.subject_pid, u.assigned_arm, s.rank, case when s.rank >= 4 then arg_min(t.day, t.rank)
    filter (t.rank >= s.rank) else min(t.day) filter (t.rank = s.rank) end
  from units u join staged t using (pilot_code, subject_pid) cross join stages s where s.rank > 0
  group by u.pilot_code, u.subject_pid, u.assigned_arm, s.rank;
create table reached as
  select pilot_code, country, arm, quarter, rank, count_if(day <= last) as n
  from (select *, assigned_arm as arm from days union all select *, '_T' from days) join ends using (pilot_code)
  group by all;
create table opinion_stages as
  with rows as (select n.*, b.n as step, e.n as eligible from reached n
      join reached e on e.pilot_code = n.pilot_code and e.arm = n.arm and e.quarter = n.quarter and e.rank = 0
      left join reached b on b.pilot_code = n.pilot_code and b.arm = n.arm and b.quarter = n.quarter and b.rank = n.rank - 1)
  select country as corridor, quarter as period, pilot_code, arm as arm_code,
    max(n) filter (rank = 1) as "C20 reached adm",
    max(100.0 * n / nullif(step, 0)) filter (rank = 1) as "C21 reached adm",
    max(100.0 * n / nullif(eligible, 0)) filter (rank = 1) as "C22 reached adm",
    max(n) filter (rank = 2) as "C20 aware adm",
    max(100.0 * n / nullif(step, 0)) filter (rank = 2) as "C21 aware adm",
    max(100.0 * n / nullif(eligible, 0)) filter (rank = 2) as "C22 aware adm",
    max(n) filter (rank = 3) as "C20 interested adm",
    max(100.0 * n / nullif(step, 0)) filter (rank = 3) as "C21 interested adm",
    max(100.0 * n / nullif(eligible, 0)) filter (rank = 3) as "C22 interested adm",
    max(n) filter (rank = 4) as "C20 applied adm",
    max(100.0 * n / nullif(step, 0)) filter (rank = 4) as "C21 applied adm",
    max(100.0 * n / nullif(eligible, 0)) filter (rank = 4) as "C22 applied adm",
    max(n) filter (rank = 5) as "C20 approved adm",
    max(100.0 * n / nullif(step, 0)) filter (rank = 5) as "C21 approved adm",
    max(100.0 * n / nullif(eligible, 0)) filter (rank = 5) as "C22 approved adm",
    max(n) filter (rank = 6) as "C20 opened adm",
    max(100.0 * n / nullif(step, 0)) filter (rank = 6) as "C21 opened adm",
    max(100.0 * n / nullif(eligible, 0)) filter (rank = 6) as "C22 opened adm",
    max(n) filter (rank = 7) as "C20 funded adm",
    max(100.0 * n / nullif(step, 0)) filter (rank = 7) as "C21 funded adm",
    max(100.0 * n / nullif(eligible, 0)) filter (rank = 7) as "C22 funded adm"
  from rows group by all;
create table opinion_costs_of_pilots as
  with booked as (select c.*, quarter, country, start, last, case country when 'ARM' then 'CBA' else 'NBT' end as bank
      from programme_cost c join ends using (pilot_code)
      where category <> 'EVALUATION' and booked_on between start and last),
    cost as (select b.pilot_code, country, quarter, start, last, sum(amount / case currency when 'USD' then 1 else
        (select arg_max(unit_rate, rate_date)::double from fx_mid where fx_source = bank and base_currency = 'USD'
          and rate_date <= booked_on) end) as usd from booked b group by all)
  select country as corridor, quarter as period, c.pilot_code, usd / nullif((select count(*) from days d
    where d.pilot_code = c.pilot_code and rank = 6 and day between start and last), 0) as "C50 _T adm" from cost c;
-- Opened within the window of the offer, of all units that take part; a cluster without an offer has the pilot's first.
create table opinion_uptake as
  with offered as (select *, coalesce(treated_from, min(treated_from) over (partition by pilot_code)) as offered_from
      from cluster),
    opened as (select pilot_code, subject_pid, min(day) as opened_on from staged where stage = 'OPENED' group by all),
    covered as (select pilot_code, max(day) as covered from staged group by all),
    arms as (select pilot_code, assigned_arm, max(offered_from) as latest, any_value(covered) as covered,
        count_if(stays) as units, count_if(stays and opened_on >= offered_from
          and opened_on < offered_from + interval 12 month) as by_12,
        count_if(stays and opened_on >= offered_from and opened_on < offered_from + interval 3 month) as by_3
      from (select *, has_consent and withdrawn_on is null as stays from assignment)
        join offered using (pilot_code, cluster_id) left join covered using (pilot_code)
        left join opened using (pilot_code, subject_pid) group by all)
  select country as corridor, quarter as period, pilot_code, assigned_arm as arm_code,
    case when latest + interval 12 month <= least(covered, last) + 1
      then 100.0 * by_12 / nullif(units, 0) end as "C23 m12 adm",
    case when latest + interval 3 month <= least(covered, last) + 1
      then 100.0 * by_3 / nullif(units, 0) end as "C23 m3 adm"
  from arms join (
    select pilot_code, country, year(start) || '-Q' || quarter(start) as quarter, (start + interval 3 month)::date - 1 as last
    from (select pilot_code, country, unnest(generate_series(date_trunc('quarter', offered), end_on, interval 3 month))::date
        as start
      from (select p.pilot_code, country, min(treated_from) as offered, any_value(end_on) as end_on
        from pilot p join cluster using (pilot_code) group by all))) using (pilot_code);
