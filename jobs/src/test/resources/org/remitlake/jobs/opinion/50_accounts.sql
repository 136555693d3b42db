-- needs: acct acct_bal acct_txn
-- Day by day, where the product works with sums: quarters that the books of a bank reach the end of.
create table account_days as
  with ends as (select bank_id, quarter, max(day) as covered from (
        select bank_id, quarter, as_of_on as day from acct_bal union all select bank_id, quarter, booked_on from acct_txn)
      group by all),
    whole as (select bank_id, quarter, make_date(quarter[1:4]::int, 3 * quarter[7:7]::int - 2, 1) as start
      from ends where covered >= start + interval 3 month - interval 1 day),
    told as (select bank_id, account_pid, quarter, max(as_of_on) as on_day, arg_max(closing_balance, as_of_on) as held,
      bool_or(list_contains(flags, 'K03')) as broken from acct_bal group by all),
    days as (select a.bank_id, a.account_pid, a.country, w.quarter, w.start, d.day::date as day, t.on_day, t.held,
        f.tells and (a.first_deposit_on is null or a.first_deposit_on >= w.start + interval 3 month) as is_empty,
        coalesce(t.broken, false) as broken, a.closed_on
      from acct a join whole w using (bank_id)
      join lateral (select unnest(generate_series(w.start, w.start + interval 3 month - interval 1 day, interval 1 day))
        as day) d on true
      join (select bank_id, count(first_deposit_on) > 0 as tells from acct group by all) f on f.bank_id = a.bank_id
      left join told t on t.bank_id = a.bank_id and t.account_pid = a.account_pid and t.quarter = w.quarter
      where d.day >= a.opened_on and (a.closed_on is null or d.day < a.closed_on)
        and a.currency = case a.country when 'TJK' then 'TJS' when 'ARM' then 'AMD' end)
  select d.*, case when d.on_day is not null then d.held
      when d.is_empty or d.closed_on < d.start + interval 3 month then 0 end
    + coalesce((select sum(case p.direction when 'C' then p.amount else -p.amount end
        * case when p.booked_on > coalesce(d.on_day, d.closed_on) then 1 else -1 end)
      from acct_txn p where p.bank_id = d.bank_id and p.account_pid = d.account_pid and p.quarter = d.quarter
        and ((p.booked_on > coalesce(d.on_day, d.closed_on) and p.booked_on <= d.day)
          or (p.booked_on <= coalesce(d.on_day, d.closed_on) and p.booked_on > d.day))), 0) as balance
  from days d;
create view averages as select country, quarter, account_pid,
    case when not bool_or(broken) and count(balance) = count(*) then avg(balance::double) end as average
  from account_days group by all;
create table opinion_balances as
  select country as corridor, quarter as period,
    case when 10 * count(average) >= 7 * count(*) then avg(average) end as "C15 _T adm",
    case when 10 * count(average) >= 7 * count(*) then median(average) end as "C15 median adm"
  from averages group by all;
create table opinion_flows as
  select d.country as corridor, d.quarter as period,
    coalesce(sum(case direction when 'C' then amount else -amount end), 0)::double as "C17 _T adm"
  from (select distinct bank_id, account_pid, country, quarter from account_days where not broken) d
    left join acct_txn p on p.bank_id = d.bank_id and p.account_pid = d.account_pid and p.quarter = d.quarter
      and type not in ('INTEREST', 'TAX') and reverses_posting_id is null
      and not list_has_any(flags, ['K04', 'K06']) group by all;

-- Accounts as they stand at the ends of quarters, by the postings that were not taken back until then.
create table account_quarters as
  with ends as (select quarter, make_date(quarter[1:4]::int, 3 * quarter[7:7]::int - 2, 1) as first,
      (first + interval 3 month)::date - 1 as last from (select quarter from acct_txn union select quarter from acct_bal)),
    books as (select bank_id, e.quarter, date_trunc('month', min(day))::date as books_from, last_day(max(day)) as books_to
      from (select bank_id, quarter, booked_on as day from acct_txn
          union all select bank_id, quarter, as_of_on from acct_bal) d join ends e on d.quarter <= e.quarter group by all),
    used as (select bank_id, account_pid, e.quarter,
        max(booked_on) filter (is_customer_initiated) as used_on,
        sum(case direction when 'C' then amount else -amount end) filter (booked_on <= opened_on + 180) > 0
          and count_if(is_customer_initiated and booked_on - opened_on between 91 and 180) > 0 as keeps_180,
        sum(case direction when 'C' then amount else -amount end) filter (booked_on <= opened_on + 365) > 0
          and count_if(is_customer_initiated and booked_on - opened_on between 276 and 365) > 0 as keeps_365
      from acct_txn p join (select bank_id, account_pid, opened_on from acct) using (bank_id, account_pid)
        join ends e on p.quarter <= e.quarter
      where reverses_posting_id is null and type <> 'REVERSAL' and not list_contains(flags, 'K04') group by all),
    told as (select bank_id, account_pid, e.quarter, max(closing_balance) filter (as_of_on <= goal_on) as most,
        max(as_of_on) filter (as_of_on <= goal_on) as told_on,
        min(as_of_on) filter (list_contains(flags, 'K03')) as broken_on
      from acct_bal b join (select bank_id, account_pid, goal_on from acct) using (bank_id, account_pid)
        join ends e on as_of_on <= e.last and b.quarter <= e.quarter group by all)
  select a.*, quarter, first, last, books_from, books_to, used_on, keeps_180, keeps_365, most, told_on, broken_on,
    coalesce(decision, 'APPROVED') = 'APPROVED' as was_opened, a.status = 'CLOSED' and closed_on is null as is_undated,
    (decision_at + case country when 'ARM' then interval 4 hour else interval 5 hour end)::date as decided_on,
    max(decision = 'REJECTED') over (partition by bank_id) as has_refusals,
    is_undated or coalesce(last > books_to, true) as is_unknown,
    was_opened and opened_on <= last and coalesce(closed_on > last, true) as is_open
  from acct a cross join ends left join books using (bank_id, quarter) left join used using (bank_id, account_pid, quarter)
    left join told using (bank_id, account_pid, quarter);
-- What an account says of a number: nothing as yet, that it is not known, or whether it is of the part.
create table uses as
  with facts as (
    select *, 'C03' as series, (last - interval 12 month)::date as since, used_on is null or used_on <= since as is_part,
      case when is_unknown then 'missing' when opened_on > since then 'none' when books_from > since + 1 then 'missing' end
        as gap from account_quarters where is_open
    union all by name
    select *, 'C03 d90' as series, last - 90 as since, used_on is null or used_on <= since as is_part,
      case when is_unknown then 'missing' when opened_on > since then 'none' when books_from > since + 1 then 'missing' end
        as gap from account_quarters where is_open and pilot_code is not null
    union all by name
    select *, 'C25' as series, last - 90 as since, used_on > since as is_part,
      case when is_unknown then 'missing' when opened_on > since then 'none' when books_from > since + 1 then 'missing' end
        as gap from account_quarters where is_open
    union all by name
    select *, 'C26 d' || age as series, opened_on + age as since,
      case age when 180 then keeps_180 else keeps_365 end and coalesce(closed_on > since, true) as is_part,
      case when since > last or opened_on < books_from then 'none' when is_undated or coalesce(since > books_to, true)
        or broken_on <= since + interval 1 month then 'missing' end as gap
    from account_quarters cross join (values (180), (365)) v(age) where was_opened and opened_on <= last
    union all by name
    select *, 'C27' as series, closed_on <= last as is_part, case when is_unknown then 'missing' end as gap
    from account_quarters where was_opened and opened_on < first and coalesce(closed_on >= first, true)
    union all by name
    select *, 'C30' as series, most >= goal_amount as is_part,
      case when not (coalesce(most >= goal_amount, false) or coalesce(told_on >= goal_on - 31, false)
        or coalesce(closed_on <= goal_on, false)) then 'missing' end as gap
    from account_quarters where was_opened and goal_amount is not null and goal_on between first and last
    union all by name
    select *, 'C44' as series, decision = 'APPROVED' as is_part,
      case when decision = 'WITHDRAWN' then 'none' when decided_on is null or not has_refusals then 'missing' end as gap
    from account_quarters where decision is not null and coalesce(decided_on, opened_on) between first and last),
  cells as (select *, unnest(['_T', 'bank_id', 'product_code', 'customer_sex', 'region']) as dimensions,
      unnest(['_T', bank_id, product_code, coalesce(customer_sex, 'U'), coalesce(region, 'U')]) as dimension_values
    from (select *, '_T' as pilot from facts union all by name
      select *, pilot_code as pilot from facts where pilot_code is not null))
  select country as corridor, quarter as period, pilot as pilot_code, dimensions, dimension_values, series,
    case when 10 * count_if(gap is null) >= 7 * count_if(coalesce(gap, '') <> 'none')
      then 100.0 * count_if(gap is null and coalesce(is_part, false)) / nullif(count_if(gap is null), 0) end as percent
  from cells group by all;
create table opinion_uses as
  select corridor, period, pilot_code, dimensions, dimension_values, max(percent) filter (series = 'C03') as "C03 _T adm",
    max(percent) filter (series = 'C03 d90') as "C03 d90 adm", max(percent) filter (series = 'C25') as "C25 _T adm",
    max(percent) filter (series = 'C26 d180') as "C26 d180 adm", max(percent) filter (series = 'C26 d365') as "C26 d365 adm",
    max(percent) filter (series = 'C27') as "C27 _T adm", max(percent) filter (series = 'C30') as "C30 _T adm",
    max(percent) filter (series = 'C44') as "C44 _T adm"
  from uses group by all;
