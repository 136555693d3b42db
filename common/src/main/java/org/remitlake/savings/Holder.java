package org.remitlake.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.remitlake.lake.SortedGroups;

/**
 * The remittances of a holder with what is left of each: reads postings that are sorted by holder
 * and booking, holder by holder.
 */
final class Holder extends SortedGroups {
  static final int DAYS = 30;

  /**
   * The longer window; it reaches no further than the quarter after the credit's, as 30 days do.
   */
  static final int LONG_DAYS = 90;

  private static final long serialVersionUID = 1;

  @Override
  protected List<Object> key(Row posting) {
    return List.of(posting.getAs("bank_id"), posting.getAs("customer_pid"));
  }

  /** Credits and what is left of them; a posting that was taken back never happened. */
  @Override
  protected List<Row> rows(List<Row> all) {
    Set<String> reversed = new HashSet<>();
    all.forEach(p -> reversed.add(p.getAs("reverses_posting_id")));
    reversed.remove(null);
    List<Row> postings =
        all.stream()
            .filter(p -> p.getAs("reverses_posting_id") == null)
            .filter(p -> !reversed.contains(p.<String>getAs("posting_id")))
            .toList();
    List<Lots.Posting> lots = postings.stream().map(Holder::posting).toList();
    List<Row> credits = postings.stream().filter(Holder::isRemittance).toList();
    List<BigDecimal> lifo = Lots.left(lots, Lots.Order.LAST_IN_FIRST_OUT, DAYS);
    List<BigDecimal> fifo = Lots.left(lots, Lots.Order.FIRST_IN_FIRST_OUT, DAYS);
    List<BigDecimal> longer = Lots.left(lots, Lots.Order.LAST_IN_FIRST_OUT, LONG_DAYS);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < credits.size(); i++) {
      Row c = credits.get(i);
      rows.add(
          RowFactory.create(
              c.getAs("bank_id"),
              c.getAs("account_pid"),
              c.getAs("posting_id"),
              lifo.get(i),
              fifo.get(i),
              longer.get(i)));
    }
    return rows;
  }

  private static boolean isRemittance(Row posting) {
    return posting.getAs("direction").equals("C") && posting.getAs("type").equals("REMIT_CREDIT");
  }

  private static Lots.Posting posting(Row row) {
    // Money from abroad is no move between own accounts, whatever the bank writes beside it.
    String group = isRemittance(row) ? null : row.getAs("own_transfer_group");
    return new Lots.Posting(
        row.<LocalDate>getAs("booked_on"),
        row.getAs("account_pid"),
        row.getAs("direction").equals("C"),
        row.getAs("amount"),
        isRemittance(row),
        group == null ? "" : group);
  }
}
