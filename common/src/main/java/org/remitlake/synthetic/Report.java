package org.remitlake.synthetic;

import java.util.List;

/**
 * What one piece of the delivery says about itself.
 *
 * @param files it wrote
 * @param planted what went wrong in them
 * @param tally of its transfers
 */
record Report(List<Written> files, List<Planted> planted, Tally tally) {}
