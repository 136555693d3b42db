package org.remitlake.funder;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Primary disclosure control, rules P1 to P3 of catalogue 8.5. A figure that breaks one is
 * suppressed whole. Dominance and differences between cells are not looked at yet.
 */
final class Disclosure {
  private static final int LEAST_UNITS = 10;
  private static final int LEAST_RESPONDENTS = 30;
  private static final int LEAST_SURVEY_DF = 8;
  private static final int LEAST_TRIAL_DF = 5;
  private static final int LEAST_GROUP_FOR_ALL_OR_NONE = 30;
  private static final int LEAST_PROVIDERS = 3;
  private static final BigDecimal FEW = BigDecimal.valueOf(2);
  private static final BigDecimal LEAST_DENOMINATOR = BigDecimal.valueOf(LEAST_UNITS);

  private final ToIntFunction<Figure.Cell> providers;

  /**
   * The rules.
   *
   * @param providers how many providers a cell rests on
   */
  Disclosure(ToIntFunction<Figure.Cell> providers) {
    this.providers = providers;
  }

  /** The rule that forbids to publish a figure; empty if none does. */
  Optional<String> ruleAgainst(Figure figure) {
    if (!figure.source().suppression().isEmpty()) {
      return Optional.of(figure.source().suppression());
    }
    if (figure.count().isNone()) {
      return Optional.empty(); // tells of nobody
    }
    boolean ofPersons = !figure.cell().basis().equals("quote");
    if (ofPersons && isSmall(figure)) {
      return Optional.of("P1");
    }
    if (ofPersons && tellsOfSome(figure)) {
      return Optional.of("P2");
    }
    return hasFewProviders(figure) ? Optional.of("P3") : Optional.empty();
  }

  /** P1: too few contribute, or an estimate is too weak to stand for a population. */
  private static boolean isSmall(Figure figure) {
    if (figure.count().least() < LEAST_UNITS) {
      return true;
    }
    double df = figure.precision().flatMap(Figure.Precision::df).orElse(0.0);
    return switch (figure.cell().basis()) {
      case "svy" -> figure.count().records() < LEAST_RESPONDENTS || df < LEAST_SURVEY_DF;
      case "trial" -> df < LEAST_TRIAL_DF;
      default -> false;
    };
  }

  /** P2: few in the denominator, one or two on either side of a share, or all of a small group. */
  private static boolean tellsOfSome(Figure figure) {
    Figure.Parts parts = figure.parts();
    if (parts.counted() && parts.denominator().isPresent()) {
      BigDecimal whole = parts.denominator().get();
      if (whole.signum() > 0 && whole.compareTo(LEAST_DENOMINATOR) < 0) {
        return true;
      }
      if (figure.isShare() && parts.numerator().isPresent()) {
        BigDecimal part = parts.numerator().get();
        if (isFew(part) || isFew(whole.subtract(part))) {
          return true;
        }
      }
    }
    return figure.isAllOrNone() && figure.count().least() < LEAST_GROUP_FOR_ALL_OR_NONE;
  }

  private static boolean isFew(BigDecimal number) {
    return number.signum() > 0 && number.compareTo(FEW) <= 0;
  }

  /** P3: two providers could each work out the other's figure. */
  private boolean hasFewProviders(Figure figure) {
    return switch (figure.cell().basis()) {
      case "tx" -> providers.applyAsInt(figure.cell()) < LEAST_PROVIDERS;
      case "quote" ->
          figure.count().units() < LEAST_PROVIDERS
              || providers.applyAsInt(figure.cell()) < LEAST_PROVIDERS;
      // of the ledgers of banks; a pilot's partner agreed to its figures
      case "adm" ->
          figure.cell().pilot().equals(Figure.TOTAL)
              && providers.applyAsInt(figure.cell()) < LEAST_PROVIDERS;
      default -> false; // surveys name no provider
    };
  }
}
