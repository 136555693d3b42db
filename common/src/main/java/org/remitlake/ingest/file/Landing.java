package org.remitlake.ingest.file;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;

/** Writes files to bronze: one commit per contract, the moment of truth of its files. */
public final class Landing {
  private static final long BIN_BYTES = 64L << 20;

  private Landing() {}

  /**
   * Name of a batch: a hash of its files, so that the same files landed again replace themselves.
   */
  public static String batchId(List<Delivery> deliveries) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      deliveries.stream()
          .map(Delivery::fileId)
          .sorted()
          .forEach(id -> digest.update(HexFormat.of().parseHex(id)));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  /** Lands files of one contract. */
  public static void land(
      Lake lake,
      DeliveryContract contract,
      Profiles profiles,
      String pseudonymKey,
      List<Delivery> deliveries) {
    SparkSession spark = lake.spark();
    String batch = batchId(deliveries);
    TableContract bronze = Bronze.of(contract);
    Context context =
        new Context(
            batch,
            contract,
            profiles.byName(),
            pseudonymKey,
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    List<List<Delivery>> bins = bins(deliveries, spark.sparkContext().defaultParallelism());
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(bins, bins.size())
            .flatMap(List::iterator)
            .flatMap(delivery -> rows(delivery, context));
    lake.replace(bronze, List.of(batch), spark.createDataFrame(rows, bronze.schema()));
  }

  /** What a task needs to know of the run. */
  private record Context(
      String batch,
      DeliveryContract contract,
      Map<String, Profile> profiles,
      String pseudonymKey,
      SerializableConfiguration hadoop)
      implements Serializable {}

  private static Iterator<Row> rows(Delivery delivery, Context context) throws IOException {
    FileSource source = Place.source(delivery.path(), context.hadoop().value());
    Profile profile = context.profiles().get(delivery.profile());
    FileBytes bytes = FileBytes.of(source).of(delivery.name(), profile.sheet());
    if (!bytes.sha256().equals(delivery.fileId())) {
      throw new IOException(delivery.name() + " changed while it was read; run again.");
    }
    TextRows text =
        new TextRows(
            source,
            bytes,
            Charset.forName(delivery.inspection().encoding()),
            profile,
            context.contract());
    return new BronzeRows(delivery, context, text);
  }

  /** Text rows with the file's own row before them. */
  private static final class BronzeRows implements Iterator<Row> {
    private static final int OWN = 6;

    private final Delivery delivery;
    private final Context context;
    private final TextRows text;
    private final Pseudonyms pseudonyms;
    private final boolean[] dropped;
    private long rowNo = -1;

    BronzeRows(Delivery delivery, Context context, TextRows text) {
      this.delivery = delivery;
      this.context = context;
      this.text = text;
      this.pseudonyms = new Pseudonyms(context.pseudonymKey());
      List<DeliveredField> fields = context.contract().fields();
      this.dropped = new boolean[fields.size()];
      for (int i = 0; i < dropped.length; i++) {
        dropped[i] =
            PersonalData.isDroppedWhole(fields.get(i))
                && delivery.inspection().personal().containsKey(fields.get(i).name());
      }
    }

    @Override
    public boolean hasNext() {
      return rowNo < 0 || text.hasNext();
    }

    @Override
    public Row next() {
      rowNo++;
      List<DeliveredField> fields = context.contract().fields();
      Object[] cells = new Object[OWN + fields.size()];
      cells[0] = context.batch();
      cells[1] = delivery.fileId();
      cells[2] = rowNo;
      if (rowNo == 0) {
        cells[5] = delivery.toJson();
        return RowFactory.create(cells);
      }
      TextRow row = text.next();
      cells[3] = row.line();
      cells[4] = row.problem().isEmpty() ? null : row.problem();
      for (int i = 0; i < row.cells().length; i++) {
        String cell = dropped[i] ? null : row.cells()[i];
        boolean person = cell != null && fields.get(i).kind() == Kind.PERSON;
        cells[OWN + i] = person ? pseudonyms.of(cell) : cell;
      }
      return RowFactory.create(cells);
    }
  }

  /** Large files each in a bin of their own, small ones together: a bin becomes one output file. */
  private static List<List<Delivery>> bins(List<Delivery> files, int parallelism) {
    long total = files.stream().mapToLong(t -> t.inspection().bytes()).sum();
    long bound = Math.max(1, Math.min(BIN_BYTES, total / parallelism + 1));
    List<Delivery> bySize = new ArrayList<>(files);
    bySize.sort(Comparator.comparingLong(t -> -t.inspection().bytes()));
    List<List<Delivery>> bins = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    for (Delivery file : bySize) {
      long size = file.inspection().bytes();
      int fit = -1;
      for (int i = 0; i < bins.size() && fit < 0; i++) {
        fit = sizes.get(i) + size <= bound ? i : -1;
      }
      if (fit < 0) {
        bins.add(new ArrayList<>(List.of(file)));
        sizes.add(size);
      } else {
        bins.get(fit).add(file);
        sizes.set(fit, sizes.get(fit) + size);
      }
    }
    return bins;
  }
}
