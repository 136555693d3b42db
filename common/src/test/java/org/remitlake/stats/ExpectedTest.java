package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** A reference test that forgets a number must fail. */
class ExpectedTest {
  @Test
  void aForgottenNumberIsNamed() {
    Expected e = Expected.of("A21_distributions.json");
    for (String key : e.keys()) {
      if (!key.equals("beta")) {
        e.skip(key, "of no concern here");
      }
    }
    e.at("beta").inputs("x");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(e::complete)
        .withMessageContaining("/beta/lower/3")
        .withMessageContaining("numbers of the case that no test compares");
  }

  @Test
  void aNumberBeyondTheToleranceIsNamed() {
    Expected e = Expected.of("A22_descriptives.json").at("enroll_pw");
    e.number("mean", 746.685 * (1 + 0.9e-11));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> e.number("mean", 746.685 * (1 + 1.2e-11)))
        .withMessageContaining("/enroll_pw/mean");
  }
}
