-- needs: acct acct_bal acct_txn
-- may have: loan policy
-- Holders of a pilot's account, by the oldest that is open: what else they took after it.
create view if not exists loan as select '' as bank_id, '' as customer_pid, current_date as disbursed_on where false;
create view if not exists policy as select '' as country, '' as customer_pid, current_date as valid_from where false;
create table opinion_cross_sold as
  with holders as (select bank_id, country, customer_pid, pilot_code, quarter, last,
        arg_min({'on': opened_on, 'product': product_code, 'is_unknown': is_unknown, 'sex': coalesce(customer_sex, 'U'),
          'region': coalesce(region, 'U')}, (opened_on, account_pid)) as oldest
      from account_quarters where is_open and pilot_code is not null group by all),
    taken as (select *, exists (from acct a where a.bank_id = h.bank_id and a.customer_pid = h.customer_pid
        and coalesce(a.decision, 'APPROVED') = 'APPROVED' and a.opened_on > oldest.on and a.opened_on <= last
        and a.product_code <> oldest.product) as account,
      exists (from loan l where l.bank_id = h.bank_id and l.customer_pid = h.customer_pid
        and disbursed_on > oldest.on and disbursed_on <= last) as credit,
      exists (from policy p where p.country = h.country and p.customer_pid = h.customer_pid
        and valid_from > oldest.on and valid_from <= last) as insurance,
      bank_id in (select bank_id from loan) as tells_loans, country in (select country from policy) as tells_policies,
      oldest.on <= last - 90 as is_old from holders h),
    cells as (select *, unnest(['_T', 'bank_id', 'product_code', 'customer_sex', 'region']) as dimensions,
        unnest(['_T', bank_id, oldest.product, oldest.sex, oldest.region]) as dimension_values
      from (select *, '_T' as pilot from taken union all select *, pilot_code from taken))
  select country as corridor, quarter as period, pilot as pilot_code, dimensions, dimension_values,
    count_if(oldest.is_unknown) as unknown, count_if(is_old and not oldest.is_unknown) as n,
    case when 10 * n >= 7 * (n + unknown)
      then 100.0 * count_if((account or credit or insurance) and is_old and not oldest.is_unknown) / nullif(n, 0)
      end as "C28 _T adm",
    case when 10 * n >= 7 * (n + unknown)
      then 100.0 * count_if(account and is_old and not oldest.is_unknown) / nullif(n, 0) end as "C28 account adm",
    count_if(is_old and not oldest.is_unknown and tells_loans) as n_loans,
    case when 10 * n_loans >= 7 * (n + unknown)
      then 100.0 * count_if(credit and is_old and not oldest.is_unknown and tells_loans) / nullif(n_loans, 0)
      end as "C28 credit adm",
    count_if(is_old and not oldest.is_unknown and tells_policies) as n_policies,
    case when 10 * n_policies >= 7 * (n + unknown)
      then 100.0 * count_if(insurance and is_old and not oldest.is_unknown and tells_policies) / nullif(n_policies, 0)
      end as "C28 insurance adm"
  from cells group by corridor, period, pilot, dimensions, dimension_values;
