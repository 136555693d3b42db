/**
 * What was a currency worth, and who says so?
 *
 * <p>Start with {@link org.remitlake.money.FxMid} (the table) and {@link
 * org.remitlake.money.ReferenceRates} (catalogue 2.6: which rate counts on which day).
 */
package org.remitlake.money;
