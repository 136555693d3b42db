/**
 * Which rows are good, which are repaired, and which are set aside, and why?
 *
 * <p>Rules are data: {@code *.yaml} beside this package, SQL text over a contract's fields. Start
 * with {@link org.remitlake.ingest.rule.Judgement}, which applies all of them in one pass. It must
 * not look at other rows.
 */
package org.remitlake.ingest.rule;
