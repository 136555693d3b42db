package org.remitlake.household;

import java.io.Serializable;
import java.util.Arrays;
import org.remitlake.stats.QuantileRule;
import org.remitlake.stats.SurveyDesign;
import org.remitlake.stats.SurveyQuantile;

/** Answers whose order counts, each with weight and PSU. */
final class WeightedValues implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int FIRST = 16;

  private double[] values = new double[0];
  private double[] weights = new double[0];
  private int[] psus = new int[0];
  private int size;

  void add(int psu, double weight, double value) {
    grow(size + 1);
    values[size] = value;
    weights[size] = weight;
    psus[size] = psu;
    size++;
  }

  void add(WeightedValues more) {
    grow(size + more.size);
    System.arraycopy(more.values, 0, values, size, more.size);
    System.arraycopy(more.weights, 0, weights, size, more.size);
    System.arraycopy(more.psus, 0, psus, size, more.size);
    size += more.size;
  }

  private void grow(int least) {
    if (least > values.length) {
      int room = Math.max(FIRST, Math.max(least, 2 * values.length));
      values = Arrays.copyOf(values, room);
      weights = Arrays.copyOf(weights, room);
      psus = Arrays.copyOf(psus, room);
    }
  }

  int size() {
    return size;
  }

  /**
   * A quantile by R's default rule, where rows of any order give the same; PSUs that none of them
   * is of stay in the design, without weight.
   */
  SurveyQuantile quantile(double p, PsuFrame frame) {
    int all = size + frame.psus().size();
    double[] y = Arrays.copyOf(values, all);
    double[] w = Arrays.copyOf(weights, all);
    Arrays.fill(y, size, all, 0);
    Arrays.fill(w, size, all, 0);
    boolean[] domain = new boolean[all];
    Arrays.fill(domain, 0, size, true);
    String[] strata = new String[all];
    String[] labels = new String[all];
    for (int j = 0; j < all; j++) {
      PsuFrame.Psu psu = frame.psus().get(j < size ? psus[j] : j - size);
      strata[j] = psu.stratum();
      labels[j] = psu.psu();
    }
    SurveyDesign design = SurveyDesign.nested(strata, labels, w).withLonelyPsus(PsuFrame.LONELY);
    return SurveyQuantile.of(y, p, domain, design, QuantileRule.TYPE_1);
  }
}
