/**
 * What does sending money cost (family A of the catalogue)?
 *
 * <p>Start with {@link org.remitlake.cost.PaidCost} (what people paid) and {@link
 * org.remitlake.cost.QuotedCost} (what the market offers). The two bases are never mixed.
 */
package org.remitlake.cost;
