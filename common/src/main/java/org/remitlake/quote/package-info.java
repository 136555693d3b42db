/**
 * What does a provider ask for a transfer: as collected (catalogue 9.3), and as silver holds it?
 *
 * <p>Start with {@link org.remitlake.quote.Quotes} (delivered) and {@link
 * org.remitlake.quote.Quote} (the table). Averages over quotes live in {@code cost}.
 */
package org.remitlake.quote;
