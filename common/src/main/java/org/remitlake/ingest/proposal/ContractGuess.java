package org.remitlake.ingest.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.DeliveryContract;

/**
 * The contract that the columns fit best: by the mandatory fields that they give, and by how many
 * of them it explains.
 *
 * @param matches the columns of its fields
 * @param found its name, with the evidence
 */
record ContractGuess(Matches matches, Finding found) {
  private static final double TOO_LITTLE = 0.5;
  private static final double CLEAR = 0.3;
  private static final double NAMED = 0.2;

  /** A contract and how well it does. */
  private record Rated(Matches matches, double merit) {}

  /**
   * Chooses.
   *
   * @throws ConfigProblem if no contract fits, and none was given
   */
  static ContractGuess of(
      List<DeliveryContract> contracts,
      Optional<String> given,
      List<ColumnEvidence> columns,
      Fit.Vocabulary vocabulary,
      Set<String> units,
      String fileName) {
    List<Rated> rated = new ArrayList<>();
    for (DeliveryContract contract : contracts) {
      if (given.isEmpty() || given.get().equals(contract.name())) {
        Matches matches = Matches.of(contract, columns, vocabulary, units);
        rated.add(new Rated(matches, merit(matches, columns.size(), fileName)));
      }
    }
    rated.sort(Comparator.comparingDouble((Rated r) -> -r.merit()));
    Rated best = rated.get(0);
    String why =
        "columns for %d of its %d mandatory fields; %d of %d columns are known"
            .formatted(
                best.matches().mandatoryFound(),
                best.matches().mandatory(),
                best.matches().byField().size(),
                columns.size());
    String name = best.matches().contract().name();
    if (given.isPresent()) {
      return new ContractGuess(best.matches(), new Finding(name, Certainty.SURE, "given; " + why));
    }
    if (best.merit() < TOO_LITTLE) {
      throw new ConfigProblem(
          ("the columns fit no contract (the nearest is %s, with %s). Nothing was written. Say which"
                  + " it is with --contract; known are %s.")
              .formatted(
                  name,
                  why,
                  String.join(", ", contracts.stream().map(DeliveryContract::name).toList())));
    }
    double second = rated.size() > 1 ? rated.get(1).merit() : 0;
    boolean isClear = best.merit() > second + CLEAR;
    String next = isClear ? "" : "; next is " + rated.get(1).matches().contract().name();
    return new ContractGuess(
        best.matches(), new Finding(name, isClear ? Certainty.SURE : Certainty.GUESS, why + next));
  }

  private static double merit(Matches matches, int columns, String fileName) {
    double mandatory = (double) matches.mandatoryFound() / matches.mandatory();
    double explained = (double) matches.byField().size() / columns;
    boolean isNamed = fileName.toLowerCase(Locale.ROOT).contains(matches.contract().name());
    return mandatory + explained + (isNamed && mandatory > 0 ? NAMED : 0);
  }
}
