/**
 * What is held at partner banks: accounts, postings, balances (contract 4) and the steps on the way
 * to an account (4f). Start at {@link org.remitlake.account.Postings}. Must not: know transfers or
 * surveys; tables are linked by pseudonyms where both are needed.
 */
package org.remitlake.account;
