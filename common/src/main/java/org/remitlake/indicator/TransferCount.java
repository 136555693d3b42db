package org.remitlake.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/** Counts the persons of each cell, and picks quantiles, from what passes in order. */
final class TransferCount
    implements PairFlatMapFunction<Iterator<InternalRow>, CellKey, TransferTally> {
  private static final long serialVersionUID = 1;

  private final Breakdowns breakdowns;

  TransferCount(Breakdowns breakdowns) {
    this.breakdowns = breakdowns;
  }

  @Override
  public Iterator<Tuple2<CellKey, TransferTally>> call(Iterator<InternalRow> rows) {
    Part part = new Part();
    while (rows.hasNext()) {
      part.take(new Passing(rows.next()));
    }
    return part.end();
  }

  /** The part of the persons and values that meet in one place. */
  private final class Part {
    /** Profiles are looked up again and again, but may be many. */
    private static final int MOST_PROFILES = 50_000;

    private final List<CellKey> cells = new ArrayList<>();
    private final List<TransferTally> tallies = new ArrayList<>();
    private final Map<CellKey, Integer> indices = new HashMap<>();
    private final Map<UTF8String, int[]> profiles = new HashMap<>();
    private final List<Map<Integer, Long>> counts = new ArrayList<>();
    private final List<Map<Integer, OrderStatistics>> orders = new ArrayList<>();
    private final List<Person> same = new ArrayList<>();
    private long rank;

    Part() {
      Quantile.Of.LIST.forEach(
          of -> {
            counts.add(new HashMap<>());
            orders.add(new HashMap<>());
          });
    }

    void take(Passing row) {
      switch (row.kind()) {
        case Passing.TALLY -> add(index(Profile.cell(row.name().toString())), row.tally());
        case Passing.COUNT ->
            counts
                .get(row.of())
                .merge(index(Profile.cell(row.name().toString())), row.n(), Long::sum);
        case Passing.VALUE -> pass(row.of(), profile(row.name()), row.value());
        default -> meet(row);
      }
    }

    private void add(int cell, TransferTally tally) {
      tallies.set(cell, tallies.get(cell).plus(tally));
    }

    private void pass(int of, int[] profile, double value) {
      for (int cell : profile) {
        orders.get(of).computeIfAbsent(cell, c -> order(of, c)).pass(value);
      }
    }

    private OrderStatistics order(int of, int cell) {
      List<Quantile> quantiles = Quantile.of(Quantile.Of.LIST.get(of));
      return new OrderStatistics(
          counts.get(of).get(cell), quantiles.stream().mapToDouble(Quantile::share).toArray());
    }

    /** Rows of a person follow one another; that another has the same hash is hardly possible. */
    private void meet(Passing row) {
      if (row.rank() != rank) {
        same.forEach(Person::count);
        same.clear();
        rank = row.rank();
      }
      int[] profile = profile(row.name());
      byte[] who = row.who();
      Person person = null;
      for (Person known : same) {
        if (known.is(row.kind(), profile[0], who)) {
          person = known;
        }
      }
      if (person == null) {
        person = new Person(row.kind(), profile[0], who);
        same.add(person);
      }
      person.add(profile, (int) row.n());
    }

    private int[] profile(UTF8String name) {
      int[] known = profiles.get(name);
      if (known == null) {
        known = Profile.cells(name.toString(), breakdowns).stream().mapToInt(this::index).toArray();
        if (profiles.size() == MOST_PROFILES) {
          profiles.clear();
        }
        profiles.put(name.clone(), known);
      }
      return known;
    }

    private int index(CellKey cell) {
      return indices.computeIfAbsent(
          cell,
          c -> {
            cells.add(c);
            tallies.add(new TransferTally());
            return cells.size() - 1;
          });
    }

    Iterator<Tuple2<CellKey, TransferTally>> end() {
      same.forEach(Person::count);
      for (int of = 0; of < orders.size(); of++) {
        List<Quantile> quantiles = Quantile.of(Quantile.Of.LIST.get(of));
        orders
            .get(of)
            .forEach(
                (cell, order) -> {
                  for (int q = 0; q < quantiles.size(); q++) {
                    tallies.get(cell).quantile(quantiles.get(q), order.quantile(q));
                  }
                });
      }
      List<Tuple2<CellKey, TransferTally>> all = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        all.add(new Tuple2<>(cells.get(i), tallies.get(i)));
      }
      return all.iterator();
    }

    /** A person of a corridor and quarter, in all cells that the person has a transfer in. */
    private final class Person {
      private final int kind;
      private final int total;
      private final byte[] who;
      private final Map<Integer, Integer> populations = new HashMap<>();

      Person(int kind, int total, byte[] who) {
        this.kind = kind;
        this.total = total;
        this.who = who;
      }

      boolean is(int otherKind, int otherTotal, byte[] other) {
        return kind == otherKind && total == otherTotal && Arrays.equals(who, other);
      }

      void add(int[] profile, int more) {
        for (int cell : profile) {
          populations.merge(cell, more, (one, other) -> one | other);
        }
      }

      void count() {
        populations.forEach(
            (cell, of) -> {
              if (kind == Passing.SENDER) {
                tallies.get(cell).addSender(of);
              } else {
                tallies.get(cell).addBeneficiary();
              }
            });
      }
    }
  }
}
