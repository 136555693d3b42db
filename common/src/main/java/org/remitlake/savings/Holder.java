package org.remitlake.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The remittances of a holder with what is left of each: reads postings that are sorted by holder
 * and booking, holder by holder.
 */
final class Holder implements MapPartitionsFunction<Row, Row> {
  static final int DAYS = 30;

  private static final long serialVersionUID = 1;

  @Override
  public Iterator<Row> call(Iterator<Row> postings) {
    return new Iterator<>() {
      private Row next = postings.hasNext() ? postings.next() : null;
      private Iterator<Row> ready = List.<Row>of().iterator();

      @Override
      public boolean hasNext() {
        while (!ready.hasNext() && next != null) {
          ready = credits(holder()).iterator();
        }
        return ready.hasNext();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return ready.next();
      }

      private List<Row> holder() {
        List<Row> own = new ArrayList<>();
        String bank = next.getAs("bank_id");
        String customer = next.getAs("customer_pid");
        while (next != null
            && bank.equals(next.getAs("bank_id"))
            && customer.equals(next.getAs("customer_pid"))) {
          own.add(next);
          next = postings.hasNext() ? postings.next() : null;
        }
        return own;
      }
    };
  }

  /** Credits and what is left of them; a posting that was taken back never happened. */
  private static List<Row> credits(List<Row> all) {
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
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < credits.size(); i++) {
      Row c = credits.get(i);
      rows.add(
          RowFactory.create(
              c.getAs("bank_id"),
              c.getAs("account_pid"),
              c.getAs("posting_id"),
              lifo.get(i),
              fifo.get(i)));
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
