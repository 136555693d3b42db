/**
 * What do we tell the funder (family F of the catalogue)?
 *
 * <p>Start with {@link org.remitlake.funder.Publication} and {@link
 * org.remitlake.funder.FunderIndicators}. Must not: compute a figure. It selects, suppresses,
 * rounds, compares with agreed targets, and writes; in this order.
 */
package org.remitlake.funder;
