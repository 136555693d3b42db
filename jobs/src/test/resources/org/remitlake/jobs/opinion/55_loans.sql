-- needs: loan loan_instalment loan_bal fx_mid acct acct_txn
-- Loans of banks that told the quarter's end; in dollars by the latest rate of six days, twelve at New Year.
create view reported as select distinct bank_id, quarter from loan_bal
  where as_of_on = last_day(as_of_on) and month(as_of_on) % 3 = 0;
create view own_rates as select rate_date, base_currency, unit_rate::double as rate,
    case fx_source when 'NBT' then 'TJK' when 'CBA' then 'ARM' end as country from fx_mid
  where (fx_source, quote_currency) in (('NBT', 'TJS'), ('CBA', 'AMD'));
create macro worth(place, money, day_of) as case when money = case place when 'TJK' then 'TJS' else 'AMD' end then 1.0 else
  (select arg_max(rate, rate_date) from own_rates where country = place and base_currency = money and rate_date <= day_of
    and rate_date >= day_of - case when strftime(day_of, '%m%d') >= '1228' or strftime(day_of, '%m%d') <= '0115'
      then 12 else 6 end) end;
create table lent as select l.*, year(disbursed_on) || '-Q' || quarter(disbursed_on) as quarter,
    case currency when 'USD' then principal::double
      else principal::double * worth(country, currency, disbursed_on) / worth(country, 'USD', disbursed_on) end as usd
  from loan l semi join reported r on r.bank_id = l.bank_id
    and r.quarter = year(disbursed_on) || '-Q' || quarter(disbursed_on);
create table owed as select b.bank_id, b.quarter, country, arrears_days, rescheduled_on, as_of_on,
    case currency when 'USD' then outstanding::double
      else outstanding::double * worth(l.country, currency, as_of_on) / worth(l.country, 'USD', as_of_on) end as usd
  from (select bank_id, loan_pid, quarter, as_of_on, outstanding, arrears_days from loan_bal) b
    join loan l using (bank_id, loan_pid)
  where as_of_on = last_day(as_of_on) and month(as_of_on) % 3 = 0
    and (written_off_on is null or written_off_on > as_of_on);
create table opinion_lent as
  select country as corridor, quarter as period, count_if(is_remittance_backed) as "C60 n adm",
    coalesce(sum(usd) filter (is_remittance_backed), 0) as "C60 value adm" from lent group by all;
create table opinion_owed as
  select country as corridor, quarter as period,
    100 * coalesce(sum(usd) filter (arrears_days > 30), 0) / sum(usd) as "C61 _T adm",
    100 * coalesce(sum(usd) filter (arrears_days <= 30 and rescheduled_on <= as_of_on), 0) / sum(usd)
      as "C61 rescheduled adm"
  from owed group by all;
create table opinion_repaid as
  with paid as (select l.country, year(paid_on) || '-Q' || quarter(paid_on) as quarter, l.bank_id, l.customer_pid,
      paid_on, case d.currency when 'USD' then paid_amount::double else paid_amount::double
        * worth(l.country, d.currency, paid_on) / worth(l.country, 'USD', paid_on) end as usd
    from loan_instalment d join loan l using (bank_id, loan_pid) where d.currency = l.currency)
  select country as corridor, quarter as period, 100 * coalesce(sum(usd) filter (exists (
      select 1 from acct_txn p join acct a using (bank_id, account_pid) where p.type = 'REMIT_CREDIT'
        and p.direction = 'C' and p.reverses_posting_id is null and not list_contains(p.flags, 'K04')
        and a.bank_id = paid.bank_id and a.customer_pid = paid.customer_pid
        and date_diff('day', p.booked_on, paid.paid_on) between 0 and 3)), 0) / sum(usd) as "C62 _T adm"
  from paid semi join reported using (bank_id, quarter)
  where bank_id || quarter in (select bank_id || quarter from acct_txn) group by all;
create table opinion_travel as
  select country as corridor, quarter as period, 100.0 * count_if(type = 'ROAD') / count(*) as "C63 _T adm" from lent
  where type <> 'BUSINESS' and (type = 'ROAD' or is_remittance_backed or beneficiary_pid is not null
    or customer_pid in (select customer_pid from acct where beneficiary_pid is not null)) group by all;
