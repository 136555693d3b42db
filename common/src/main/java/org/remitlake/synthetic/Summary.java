package org.remitlake.synthetic;

/**
 * What was written.
 *
 * @param files deliveries, without the truth
 * @param rows data rows in them
 * @param transfers transfers in the population, whatever was done to their rows afterwards
 * @param defects planted places
 */
public record Summary(long files, long rows, long transfers, long defects) {}
