/**
 * What households, migrants, prospective migrants, employers and recruiters answered (contract 5).
 * Start at {@link org.remitlake.survey.Households}. Must not: estimate.
 */
package org.remitlake.survey;
