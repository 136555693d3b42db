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
