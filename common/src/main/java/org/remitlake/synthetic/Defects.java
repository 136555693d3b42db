package org.remitlake.synthetic;

/** How much of what goes wrong in practice is planted, with every place written to the truth. */
public enum Defects {
  /** Nothing planted; what partners do every day (negative reversals, old currency words) stays. */
  NONE,
  /** Bad rows, cells and encodings, but no file that has to be refused as a whole. */
  ROWS,
  /** Also files that have to be refused as a whole. */
  ALL
}
