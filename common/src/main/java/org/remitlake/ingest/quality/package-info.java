/**
 * What do rules find in a partner's files, and how is the partner told?
 *
 * <p>Start with {@link org.remitlake.ingest.quality.DataQuality}, the table; {@code QualityRow} is
 * a row of it, {@code QualityPage} the page for a partner. It must not hold or show a delivered
 * value: rules, counts, names of files and numbers of lines are all that it knows.
 */
package org.remitlake.ingest.quality;
