/**
 * What partner banks hold and do (contract 4): accounts, postings, balances, loans and what is due
 * and outstanding of them, insurance policies, the points where products are offered and their
 * months, the steps on the way to an account (4f), complaints (4g), and what products bring and
 * cost (8b). Start at {@link org.remitlake.account.Postings}. Must not: know transfers or surveys;
 * tables are linked by pseudonyms where both are needed.
 */
package org.remitlake.account;
