/**
 * The programs: one class per job, the command line, the session.
 *
 * <p>Start with {@link org.remitlake.jobs.Remit}. Formulas live in {@code common}; only here are
 * sessions opened, {@code conf} read and the clock looked at.
 */
package org.remitlake.jobs;
