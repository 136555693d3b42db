package org.remitlake.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Fingerprint;

/** Looks at files, in parallel: known ones are only hashed, new ones inspected. */
public final class Scan {
  private Scan() {}

  /**
   * What a look at a file showed: it is known, or new, or to be rejected.
   *
   * @param entry the file
   * @param profile name of its profile
   * @param fileId SHA-256 of its content, unpacked; empty when the file cannot be read
   * @param envelope from the manifest; of a known file only its id
   * @param inspection one element for a new file, else none
   * @param rejection rule and reason, or empty
   */
  public record Look(
      Drop.Entry entry,
      String profile,
      String fileId,
      Envelope envelope,
      List<Inspection> inspection,
      String rejection)
      implements Serializable {}

  /**
   * A file that a profile claims.
   *
   * @param entry the file
   * @param profile name of the profile
   */
  public record Claimed(Drop.Entry entry, String profile) implements Serializable {}

  /** What tasks need. */
  private record Context(
      Map<String, Profile> profiles,
      Map<String, Map<String, String>> words,
      Map<String, DeliveryContract> contracts,
      Set<String> known,
      boolean hasPseudonymKey,
      SerializableConfiguration hadoop)
      implements Serializable {}

  /**
   * Looks at files that have a profile.
   *
   * @param files files and their profiles
   * @param known ids of files that need no second look
   */
  public static List<Look> look(
      SparkSession spark,
      List<Claimed> files,
      Profiles profiles,
      Map<String, DeliveryContract> contracts,
      Set<String> known,
      boolean hasPseudonymKey) {
    if (files.isEmpty()) {
      return List.of();
    }
    Context context =
        new Context(
            profiles.byName(),
            profiles.words(),
            contracts,
            known,
            hasPseudonymKey,
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    // Large files first, dealt round: tasks of about the same work, few of them.
    List<Claimed> bySize = new ArrayList<>(files);
    bySize.sort(Comparator.comparingLong(f -> -f.entry().size()));
    int hands = Math.min(files.size(), 4 * spark.sparkContext().defaultParallelism());
    List<List<Claimed>> dealt = new ArrayList<>();
    for (int i = 0; i < hands; i++) {
      dealt.add(new ArrayList<>());
    }
    for (int i = 0; i < bySize.size(); i++) {
      dealt.get(i % hands).add(bySize.get(i));
    }
    List<Look> looks =
        new ArrayList<>(
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(dealt, hands)
                .flatMap(List::iterator)
                .map(file -> look(file.entry(), file.profile(), context))
                .collect());
    looks.sort(Comparator.comparing(l -> l.entry().path()));
    return looks;
  }

  private static Look look(Drop.Entry entry, String profileName, Context context) {
    String id = "";
    try {
      Configuration hadoop = context.hadoop().value();
      FileSource source = Place.source(entry.path(), hadoop);
      Profile profile = context.profiles().get(profileName);
      FileBytes whole = FileBytes.of(source);
      FileBytes bytes = whole.of(entry.name(), profile.sheet());
      id = bytes.sha256();
      if (context.known().contains(id)) {
        Envelope unread = Envelope.unread(Manifest.id(entry, hadoop));
        return new Look(entry, profileName, id, unread, List.of(), "");
      }
      DeliveryContract contract = context.contracts().get(profile.contract());
      Manifest said = Manifest.read(entry, hadoop);
      // What is counted of a workbook is not counted of each of its sheets.
      Manifest manifest = bytes.equals(whole) ? said : said.withoutCounts();
      refuseOtherBytes(manifest, whole.sha256(), entry, hadoop);
      if (manifest.envelope().replaces().equals(id)) {
        throw new UnreadableFile(
            "F02",
            "replaces_file_id in the manifest is the id of the file itself; name the file that it"
                + " replaces, or leave it out");
      }
      Inspection inspection =
          Inspector.inspect(
              source,
              bytes,
              profile,
              contract,
              context.hasPseudonymKey(),
              new ControlSums(manifest, contract, new Words(profile, context.words())));
      return new Look(entry, profileName, id, manifest.envelope(), List.of(inspection), "");
    } catch (UnreadableFile e) {
      return rejected(entry, profileName, id, e.rule() + ": " + e.getMessage());
    } catch (IOException | java.io.UncheckedIOException e) {
      return rejected(entry, profileName, id, unread(e));
    }
  }

  private static Look rejected(Drop.Entry entry, String profile, String id, String reason) {
    return new Look(entry, profile, id, Envelope.NONE, List.of(), reason);
  }

  /** A packed file may be named by the hash of what was sent, or of what is in it. */
  private static void refuseOtherBytes(
      Manifest manifest, String id, Drop.Entry entry, Configuration hadoop) throws IOException {
    String said = manifest.sha256().toLowerCase(Locale.ROOT);
    if (!said.isEmpty() && !said.equals(id)) {
      try (InputStream in = Place.asSent(entry.path(), hadoop).open()) {
        if (!said.equals(Fingerprint.of(in))) {
          throw new UnreadableFile(
              "F02",
              "its bytes are not those whose sha256 the manifest names; it may be cut off. Ask for it"
                  + " again, or for its manifest");
        }
      }
    }
  }

  static String unread(Exception e) {
    return "F00: the file cannot be read (%s); check its permissions and that it is whole"
        .formatted(e.getClass().getSimpleName());
  }
}
