/**
 * How does Stata keep a table? Its {@code .dta} files of format 118 (Stata 14 and later, UTF-8).
 *
 * <p>Start with {@link org.remitlake.stata.StataFile}. Must not: know what the data are about, or
 * Spark.
 *
 * @see <a href="https://www.stata.com/help.cgi?dta">the format, as Stata documents it</a>
 */
package org.remitlake.stata;
