/**
 * What partner banks hold and do (contract 4): accounts, postings, balances, loans and what is due
 * and outstanding of them, insurance policies, the points where products are offered and their
 * months, and the steps on the way to an account (4f). Start at {@link
 * org.remitlake.account.Postings}. Must not: know transfers or surveys; tables are linked by
 * pseudonyms where both are needed.
 */
package org.remitlake.account;
