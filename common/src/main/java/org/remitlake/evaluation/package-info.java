/**
 * Did the pilot work, for whom, and how sure is that (family E)? Start at {@link
 * org.remitlake.evaluation.Plan} and {@link org.remitlake.evaluation.Effects}. Must not: choose an
 * outcome or a covariate; the plan does, before the endline.
 */
package org.remitlake.evaluation;
