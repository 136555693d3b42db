/**
 * What is an indicator, and how do records become its values for every cell?
 *
 * <p>Start with {@link org.remitlake.indicator.Indicator} and {@link
 * org.remitlake.indicator.IndicatorRun}. Spark reduces records to sums, persons and order
 * statistics; Java builds cells from them. What a number means is said by the enums in {@code cost}
 * and {@code frequency}, not here. What follows from values of other indicators is a {@link
 * org.remitlake.indicator.Derivation}, computed after them and committed with them.
 */
package org.remitlake.indicator;
