/**
 * What households of sample surveys say, with the precision of the sample (family D, and C where it
 * is asked and not counted). Start at {@link org.remitlake.household.HouseholdIndicator}. Must not:
 * hold a formula of variance; {@code stats} has the only one.
 */
package org.remitlake.household;
