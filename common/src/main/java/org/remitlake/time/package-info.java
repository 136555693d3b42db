/**
 * Which period does a record belong to?
 *
 * <p>Start with {@link org.remitlake.time.Quarter}. Nothing here reads the clock or a default zone.
 */
package org.remitlake.time;
