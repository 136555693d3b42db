package org.remitlake.contract;

import java.util.List;
import java.util.Locale;

/**
 * Data that break a contract. The message says where, what, how many, what happened to the output
 * and what to do; it never holds a cell's value.
 */
public final class ContractViolation extends RuntimeException {

  /** A violation with a message of the form described above. */
  public ContractViolation(String message) {
    super(message);
  }

  static ContractViolation wrongColumns(TableContract contract, List<String> problems) {
    return new ContractViolation(
        String.format(
            Locale.ROOT,
            "%s: %s. Nothing was written. The rows were derived wrongly: this is a defect of"
                + " Remitlake, please report it with this line.",
            contract.table(),
            String.join("; ", problems)));
  }

  /** The books of a delivery do not balance: rows read are not all accounted for. */
  public static ContractViolation unbalanced(String file, long read, long accounted) {
    return new ContractViolation(
        String.format(
            Locale.ROOT,
            "%s: %,d rows were read, but %,d are accounted for as accepted, duplicate, quarantined"
                + " or held. Nothing more was written. This is a defect of Remitlake, please report"
                + " it with this line; the next run completes the file.",
            file,
            read,
            accounted));
  }
}
