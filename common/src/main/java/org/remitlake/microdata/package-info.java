/**
 * What may an evaluator hold of a survey's answers (catalogue 8.5)?
 *
 * <p>Start with {@link org.remitlake.microdata.Microdata}; {@code treatments.yaml} says what leaves
 * of each answer. Must not: estimate, or let out what no treatment allows.
 */
package org.remitlake.microdata;
