package org.remitlake.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** Estimated totals of all combinations of two classifications. */
final class CrossTable {
  private final List<String> rows;
  private final List<String> columns;
  private final Linearised[][] cells;

  CrossTable(String[] row, String[] column, boolean[] domain, SurveyDesign design) {
    this.rows = labels(row, "row", domain, design);
    this.columns = labels(column, "column", domain, design);
    if (rows.size() < 2 || columns.size() < 2) {
      throw new IllegalArgumentException(
          "The table has "
              + rows.size()
              + " rows and "
              + columns.size()
              + " columns with a unit of positive weight. A test needs two of each.");
    }
    this.cells = new Linearised[rows.size()][columns.size()];
    for (int r = 0; r < cells.length; r++) {
      for (int c = 0; c < cells[r].length; c++) {
        String one = rows.get(r);
        String other = columns.get(c);
        double[] in = new double[row.length];
        Arrays.setAll(in, j -> domain[j] && row[j].equals(one) && column[j].equals(other) ? 1 : 0);
        cells[r][c] = SurveyTotal.of(in, domain, design);
      }
    }
  }

  List<String> rows() {
    return rows;
  }

  List<String> columns() {
    return columns;
  }

  Linearised cell(int r, int c) {
    return cells[r][c];
  }

  double[][] totals() {
    double[][] totals = new double[rows.size()][columns.size()];
    for (int r = 0; r < totals.length; r++) {
      for (int c = 0; c < totals[r].length; c++) {
        totals[r][c] = cells[r][c].value();
      }
    }
    return totals;
  }

  /** Interactions (e_r − e_0) ⊗ (e_c − e_0): any basis gives the same traces. */
  RealMatrix contrasts() {
    int width = columns.size();
    RealMatrix matrix =
        MatrixUtils.createRealMatrix(rows.size() * width, (rows.size() - 1) * (width - 1));
    for (int r = 1; r < rows.size(); r++) {
      for (int c = 1; c < width; c++) {
        int k = (r - 1) * (width - 1) + c - 1;
        matrix.setEntry(r * width + c, k, 1);
        matrix.setEntry(r * width, k, -1);
        matrix.setEntry(c, k, -1);
        matrix.setEntry(0, k, 1);
      }
    }
    return matrix;
  }

  Linearised row(int r) {
    return add(List.of(cells[r]));
  }

  Linearised column(int c) {
    List<Linearised> column = new ArrayList<>();
    for (Linearised[] row : cells) {
      column.add(row[c]);
    }
    return add(column);
  }

  Linearised sum() {
    List<Linearised> all = new ArrayList<>();
    for (Linearised[] row : cells) {
      all.addAll(List.of(row));
    }
    return add(all);
  }

  private static Linearised add(List<Linearised> parts) {
    return parts.stream().reduce(Linearised::plus).orElseThrow();
  }

  private static List<String> labels(
      String[] labels, String what, boolean[] domain, SurveyDesign design) {
    Arguments.sameLength(labels.length, design.size(), what);
    Arguments.sameLength(domain.length, design.size(), "domain");
    TreeSet<String> found = new TreeSet<>();
    int blank = 0;
    for (int j = 0; j < labels.length; j++) {
      if (domain[j] && (labels[j] == null || labels[j].isBlank())) {
        blank++;
      } else if (domain[j] && design.weight(j) > 0) {
        found.add(labels[j]);
      }
    }
    if (blank > 0) {
      throw new IllegalArgumentException(
          blank + " units of the domain have no " + what + ". Take them out of the domain.");
    }
    return List.copyOf(found);
  }
}
