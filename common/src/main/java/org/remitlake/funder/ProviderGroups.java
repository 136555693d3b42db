package org.remitlake.funder;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.Dimension;
import org.remitlake.lake.Lake;
import org.remitlake.quote.Quote;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * Which providers stand behind the cells of a quarter. Gold does not say it, so it is read from the
 * transfers and quotes themselves; where gold says which providers an indicator rests on at all,
 * only these count. Each provider is a group of its own until owners are registered.
 */
final class ProviderGroups {
  private static final String BY_PROVIDER = Dimension.PROVIDER_ID.column();

  /** Providers by basis, corridor, dimensions and values. */
  private final Map<String, Set<String>> ofCells = new HashMap<>();

  /** Providers by indicator, variant and corridor. */
  private final Map<String, Set<String>> ofIndicators = new HashMap<>();

  private ProviderGroups() {}

  /** Reads the providers of a quarter. */
  static ProviderGroups of(Lake lake, Quarter quarter) {
    ProviderGroups groups = new ProviderGroups();
    List<String> slice = List.of(quarter.toString());
    groups.readTransfers(lake, slice);
    groups.readQuotes(lake, slice);
    return groups;
  }

  private void readTransfers(Lake lake, List<String> slice) {
    List<Column> columns = new ArrayList<>(List.of(col("corridor")));
    List<Dimension> dimensions = Dimension.ALL.stream().filter(Dimension::isTold).toList();
    for (Dimension d : dimensions) {
      columns.add(coalesce(col(d.column()), lit("U")).as(d.column()));
    }
    List<Row> rows =
        lake.read(Tx.CONTRACT, slice)
            .where(
                expr(
                    "final_state in ('PAID', 'PARTIAL_REFUND') and is_p2p and principal > 0"
                        + " and delivered > 0"))
            .select(columns.toArray(Column[]::new))
            .distinct()
            .collectAsList();
    for (Row row : rows) {
      String corridor = row.getString(0);
      String provider = row.getString(row.fieldIndex(BY_PROVIDER));
      add(provider, "tx", corridor, "");
      for (Dimension d : dimensions) {
        add(provider, "tx", corridor, d.column() + "=" + row.getString(row.fieldIndex(d.column())));
      }
    }
  }

  private void readQuotes(Lake lake, List<String> slice) {
    lake.read(Quote.CONTRACT, slice)
        .where(Quote.IS_DISCLOSED.column())
        .select("corridor", "amount_tier", "provider_id")
        .distinct()
        .collectAsList()
        .forEach(r -> add(r.getString(2), "quote", r.getString(0), "usd" + r.get(1)));
  }

  private void add(String provider, String... cell) {
    ofCells.computeIfAbsent(String.join(" ", cell), k -> new HashSet<>()).add(provider);
  }

  /** Learns from a cell of one provider that the indicator rests on it. */
  void learn(Figure figure) {
    Figure.Cell cell = figure.cell();
    for (Figure.Dimension d : cell.breakdown()) {
      if (Figures.namesProvider(d) && figure.count().records() > 0) {
        ofIndicators.computeIfAbsent(series(cell), k -> new HashSet<>()).add(d.value());
      }
    }
  }

  private static String series(Figure.Cell cell) {
    return String.join(
        " ", cell.indicator(), cell.variant(), cell.basis(), cell.corridor(), cell.period());
  }

  /** How many providers a cell rests on; of several dimensions, those that all of them share. */
  int of(Figure.Cell cell) {
    if (cell.basis().equals("adm")) {
      // Nobody tells which banks stand behind a part of the total: at worst, one.
      return cell.breakdown().isEmpty()
          ? ofIndicators.getOrDefault(series(cell), Set.of()).size()
          : 1;
    }
    Set<String> providers = new HashSet<>(inCell(cell, ""));
    if (cell.basis().equals("quote")) {
      return inCell(cell, cell.variant()).size();
    }
    for (Figure.Dimension d : cell.breakdown()) {
      providers.retainAll(inCell(cell, d.name() + "=" + d.value()));
    }
    if (ofIndicators.containsKey(series(cell))) {
      providers.retainAll(ofIndicators.get(series(cell)));
    }
    return providers.size();
  }

  private Set<String> inCell(Figure.Cell cell, String of) {
    return ofCells.getOrDefault(String.join(" ", cell.basis(), cell.corridor(), of), Set.of());
  }
}
