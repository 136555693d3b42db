/**
 * Would ingest catch each rule's defect, and nothing but that?
 *
 * <p>Start with {@link org.remitlake.synthetic.rules.RuleDeliveries}. What is planted is data:
 * {@code CONTRACT.yaml} has a sound row and, rule by rule, the cells that spoil it and those that
 * nearly do. How a partner writes its files is handed in, so that every partner's form carries
 * every defect it can. It must not know how ingest judges: expected outcomes come from the
 * catalogue's §10.
 */
package org.remitlake.synthetic.rules;
