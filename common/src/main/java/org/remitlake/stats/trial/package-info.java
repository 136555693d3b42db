/**
 * Did the pilot work, and would a sceptic believe it? Family E of the catalogue, §7.
 *
 * <p>Arrays in, records out: nothing here knows Spark, a file or a table. Seeds are arguments, and
 * results do not depend on the order of the rows.
 */
package org.remitlake.stats.trial;
