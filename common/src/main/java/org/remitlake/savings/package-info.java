/**
 * How much becomes savings: from cash to account, what stays there, who takes up a product (family
 * C). Start at {@link org.remitlake.savings.Payout}, {@link org.remitlake.savings.Lots} and {@link
 * org.remitlake.savings.Uptake}. Must not: use survey answers; those are family D's sources.
 */
package org.remitlake.savings;
