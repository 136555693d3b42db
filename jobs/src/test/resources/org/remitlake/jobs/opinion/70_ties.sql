-- needs: acct acct_bal acct_txn loan fx_mid tx
-- Customers of banks, whom the banks paid: deposits in dollars by the latest rate of six days, twelve at New Year.
create view fixings as select rate_date, base_currency, unit_rate::double as rate,
    case fx_source when 'NBT' then 'TJK' when 'CBA' then 'ARM' end as country from fx_mid
  where (fx_source, quote_currency) in (('NBT', 'TJS'), ('CBA', 'AMD'));
create macro at_home(place, money, day_of) as case when money = case place when 'TJK' then 'TJS' else 'AMD' end then 1.0
  else (select arg_max(rate, rate_date) from fixings where country = place and base_currency = money
    and rate_date <= day_of and rate_date >= day_of - case when strftime(day_of, '%m%d') >= '1228'
      or strftime(day_of, '%m%d') <= '0115' then 12 else 6 end) end;
create macro dollars(place, money, day_of) as case money when 'USD' then 1.0
  else round(at_home(place, money, day_of) / at_home(place, 'USD', day_of), 12) end;
create table bank_quarters as select *, (start + interval 3 month)::date - 1 as last, 4 * year(start) + quarter(start) as t,
    4 * year(start) + quarter(start) - (select min(4 * quarter[1:4]::int + quarter[7:7]::int) from acct_txn) as history
  from (select distinct quarter, make_date(quarter[1:4]::int, 3 * quarter[7:7]::int - 2, 1) as start
    from (select quarter from acct_txn union select quarter from acct_bal));
create view posted as select p.*, a.customer_pid from acct_txn p join acct a using (bank_id, account_pid)
  where p.reverses_posting_id is null and not list_contains(p.flags, 'K04');
create table days_told as select bank_id, as_of_on as day from acct_bal union select bank_id, booked_on from acct_txn;
create table stocks as
  with told as (select bank_id, account_pid, quarter, max(as_of_on) as on_day, arg_max(closing_balance, as_of_on) as held,
      bool_or(list_contains(flags, 'K03')) as broken from acct_bal group by all),
    tells as (select bank_id, count(first_deposit_on) > 0 as tells from acct group by all)
  select a.bank_id, a.country, a.account_pid, a.customer_pid, a.currency, q.quarter, q.last, q.t, q.history, is_closed,
    case when is_closed then 0 when broken then null when on_day = q.last then held
      when tells and on_day is null and (first_deposit_on is null or first_deposit_on > q.last) then 0 end as stock
  from (select *, coalesce(closed_on <= last, false) as is_closed from acct cross join bank_quarters) a
    join bank_quarters q on q.quarter = a.quarter join tells using (bank_id)
    left join told t on t.bank_id = a.bank_id and t.account_pid = a.account_pid and t.quarter = q.quarter
  where opened_on <= q.last and coalesce(decision, 'APPROVED') = 'APPROVED'
    and exists (from days_told d where d.bank_id = a.bank_id and d.day = q.last);
create table brought as
  select s.quarter, p.bank_id, p.customer_pid, account_pid, p.type, amount * dollars(p.country, p.currency, booked_on) as usd
  from posted p join bank_quarters s on booked_on <= s.last and 4 * year(booked_on) + quarter(booked_on) > s.t - 4
  where p.direction = 'C' and p.type in ('REMIT_CREDIT', 'SALARY', 'PENSION');
create table grown as
  select n.country, n.quarter, n.history, n.bank_id, n.customer_pid, n.account_pid,
    n.stock * dollars(n.country, n.currency, q.last) as now,
    case when b.account_pid is null then 0 else b.stock * dollars(n.country, n.currency, q.last) end as before,
    exists (from stocks c where c.bank_id = n.bank_id and c.customer_pid = n.customer_pid and c.t = n.t - 4
      and not c.is_closed) as was_customer,
    exists (from brought r where r.bank_id = n.bank_id and r.customer_pid = n.customer_pid and r.quarter = q.quarter
      and r.type = 'REMIT_CREDIT') as is_client
  from stocks n join bank_quarters q on q.t = n.t - 4
    left join stocks b on b.bank_id = n.bank_id and b.account_pid = n.account_pid and b.t = n.t - 4
  where not coalesce(b.is_closed, false);
create table growth as select country, quarter, is_client, case when count(now + before) >= 0.7 * count(*)
    then 100 * (sum(now) filter (before is not null) - sum(before) filter (now is not null))
      / nullif(sum(before) filter (now is not null), 0) end as pct
  from grown where was_customer and history >= 7 group by all;
create view matched as select bank_id, beneficiary_pid, min(customer_pid) as customer_pid from (
    select bank_id, beneficiary_pid, customer_pid from acct union select bank_id, beneficiary_pid, customer_pid from loan)
  where beneficiary_pid is not null group by all;
create table paid_out as
  select transaction_id as id, payout_partner_id as bank_id, receive_country as country, s.quarter, s.start, s.last,
    coalesce(paid_on, initiated_on) as day, payout_instrument, delivered, coalesce(paid_at, coalesce(paid_on, initiated_on)::timestamptz) as since,
    coalesce(delivered_currency, send_currency) as currency,
    coalesce(m.customer_pid, case when not list_contains(flags, 'T15_SAME') then c.beneficiary_pid end) as person
  from completed c join bank_quarters s on coalesce(paid_on, initiated_on) between s.start and s.last
    left join matched m on m.bank_id = payout_partner_id and m.beneficiary_pid = c.beneficiary_pid
  where payout_partner_id in (select bank_id from acct)
    and s.t - (4 * c.quarter[1:4]::int + c.quarter[7:7]::int) <= 1;
create view tied as select distinct bank_id, quarter from paid_out semi join matched using (bank_id);
create view ended as select distinct bank_id, s.quarter, s.last, max(day) as covered
  from days_told d join bank_quarters s on d.day <= last_day(s.last + interval 3 month) group by all;
create table served as
  select distinct bank_id, country, quarter, person from paid_out where person is not null
  union select distinct bank_id, p.country, quarter, customer_pid from posted p
    where p.type = 'REMIT_CREDIT' and p.direction = 'C';
create view products as select bank_id, customer_pid as person, opened_on, closed_on from acct
    where coalesce(decision, 'APPROVED') = 'APPROVED'
  union all select bank_id, customer_pid, disbursed_on, null from loan;
create table payments as
  with days as (select bank_id, country, quarter, account_pid, customer_pid as person, booked_on as day,
      min(booked_at) as since, currency, sum(amount) as amount
    from posted where type = 'REMIT_CREDIT' and direction = 'C' group by all)
  select 'a' || account_pid || day as id, d.*, least(amount, coalesce((select sum(w.amount) from posted w
      where w.bank_id = d.bank_id and w.account_pid = d.account_pid and w.booked_on = d.day
        and w.type in ('ATM', 'CASH_OUT') and w.direction = 'D' and w.booked_at >= d.since), 0)) as taken
  from days d
  union all by name select 't' || id as id, bank_id, country, quarter, null as account_pid, person, day, since, currency,
    delivered as amount, delivered as taken from paid_out where payout_instrument = 'CASH';
create table put_back as select id, sum(amount) as back from (
    select p.bank_id, p.posting_id, p.amount, arg_max(id, (since, id)) as id
    from posted p join payments o on o.bank_id = p.bank_id and o.person = p.customer_pid and o.currency = p.currency
      and p.booked_at >= since and p.booked_on <= o.day + 7 and taken > 0
    where p.type = 'CASH_IN' and p.direction = 'C' group by all) group by all;
create table gone as
  select p.*, amount * dollars(country, currency, day) as paid, covered >= day + 7 as is_over,
    (p.bank_id, p.quarter) in (select (bank_id, quarter) from tied) as is_tied,
    (taken - least(taken, coalesce(back, 0))) * dollars(country, currency, day) as lost,
    exists (from acct_bal b where b.bank_id = p.bank_id and b.account_pid = p.account_pid and b.quarter = p.quarter
      and list_contains(flags, 'K03')) as is_broken
  from payments p left join put_back using (id) join ended e on e.bank_id = p.bank_id and e.quarter = p.quarter;
create macro kept_back(is_retail) as table
  with clients as (select quarter, bank_id, customer_pid, count_if(type <> 'REMIT_CREDIT') as wages from brought
      group by all having count_if(type = 'REMIT_CREDIT') > 0),
    rows as (select s.*, (select sum(usd) from brought b where b.quarter = s.quarter and b.bank_id = s.bank_id
        and b.account_pid = s.account_pid and b.type = 'REMIT_CREDIT') as usd, stock * dollars(country, currency, last) as held
      from stocks s join clients c using (quarter, bank_id, customer_pid)
      where history >= 3 and (wages = 0 or not is_retail))
  select country as corridor, quarter as period, case when 10 * count(held) >= 7 * count(*)
    then 100 * sum(held) / nullif(sum(coalesce(usd, 0)) filter (held is not null), 0) end as percent
  from rows where not is_closed or usd is not null group by all;
create table opinion_deposits as
  select corridor, period, a.percent as "C70 _T adm", r.percent as "C70 retail adm"
  from kept_back(false) a full join kept_back(true) r using (corridor, period);
create table opinion_new_clients as
  select s.country as corridor, s.quarter as period, 100.0 * count_if(exists (from products p where p.bank_id = s.bank_id
      and p.person = s.person and opened_on between start and q.last)) / count(*) as "C71 _T adm"
  from served s join bank_quarters q using (quarter) semi join tied on tied.bank_id = s.bank_id and tied.quarter = s.quarter
    join ended e on e.bank_id = s.bank_id and e.quarter = s.quarter and covered >= e.last
  where not exists (from products p where p.bank_id = s.bank_id and p.person = s.person and opened_on < start
    and (closed_on is null or closed_on >= start)) group by all;
create table opinion_growth as
  select country as corridor, quarter as period, max(pct) filter (is_client) as "C72 _T adm",
    max(pct) filter (not is_client) as "C72 other_clients adm",
    max(pct) filter (is_client) - max(pct) filter (not is_client) as "C72 difference adm"
  from growth group by all;
create table opinion_gone as
  select country as corridor, quarter as period,
    case when 10 * count_if(is_tied and not is_broken) >= 7 * count_if(is_tied) then 100 * sum(lost) filter (is_tied
      and not is_broken) / nullif(sum(paid) filter (is_tied and not is_broken), 0) end as "C73 _T adm",
    case when 10 * count_if(account_pid is not null and not is_broken) >= 7 * count(account_pid)
      then 100 * sum(lost) filter (account_pid is not null and not is_broken)
        / nullif(sum(paid) filter (account_pid is not null and not is_broken), 0) end as "C73 credited adm"
  from gone where is_over group by all;
-- What lies on open accounts in the country's own money, over the remittances of a year on them.
create table opinion_kept_of_year as
  with credits as (select b.quarter, p.bank_id, p.customer_pid, p.account_pid, sum(p.amount) as credited
      from posted p join bank_quarters b on booked_on <= b.last and 4 * year(booked_on) + quarter(booked_on) > b.t - 4
        join acct a on a.bank_id = p.bank_id and a.account_pid = p.account_pid
          and a.currency = case a.country when 'TJK' then 'TJS' when 'ARM' then 'AMD' end
      where type = 'REMIT_CREDIT' group by all),
    rows as (select s.*, coalesce(credited, 0) as credited from stocks s
        semi join credits h on h.quarter = s.quarter and h.bank_id = s.bank_id and h.customer_pid = s.customer_pid
        left join credits c on c.quarter = s.quarter and c.bank_id = s.bank_id and c.account_pid = s.account_pid
      where currency = case country when 'TJK' then 'TJS' when 'ARM' then 'AMD' end and history >= 3 and not is_closed)
  select country as corridor, quarter as period, case when 10 * count(stock) >= 7 * count(*)
    then 100 * sum(stock)::double / nullif(sum(credited) filter (stock is not null), 0)::double end as "C16 _T adm"
  from rows group by all;
