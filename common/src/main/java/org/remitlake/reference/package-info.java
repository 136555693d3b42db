/**
 * Published series of others: prices, population, official flows (contract 7). Start at {@link
 * org.remitlake.reference.ReferenceSeries}. Must not: fill gaps; a missing figure is missing.
 */
package org.remitlake.reference;
