package org.remitlake.stats;

import java.util.Arrays;

/** Sums that do not depend on the order of their terms, not even in the last digit. */
public final class Sums {
  private Sums() {}

  /** The sum of all terms: sorted first, then added with Neumaier's compensation. */
  public static double of(double[] terms) {
    double[] sorted = terms.clone();
    Arrays.sort(sorted);
    double sum = 0;
    double lost = 0;
    for (double term : sorted) {
      double next = sum + term;
      lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
      sum = next;
    }
    return sum + lost;
  }

  /** The sum of a term for every index below {@code n}. */
  public static double over(int n, java.util.function.IntToDoubleFunction term) {
    double[] terms = new double[n];
    Arrays.setAll(terms, term);
    return of(terms);
  }

  /** The inner product of two arrays of one length. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
