package org.remitlake.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * What one piece of the delivery says about itself.
 *
 * @param files it wrote
 * @param planted what went wrong in them
 * @param tally of its transfers
 */
record Report(List<Written> files, List<Planted> planted, Tally tally) {

  /** Several, none of which has transfers. */
  static Report of(List<Report> reports) {
    List<Written> files = new ArrayList<>();
    List<Planted> planted = new ArrayList<>();
    for (Report report : reports) {
      files.addAll(report.files());
      planted.addAll(report.planted());
    }
    return new Report(files, planted, new Tally());
  }
}
