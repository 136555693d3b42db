package org.remitlake.ingest.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.remitlake.contract.DeliveryContract;

/** The readers alone, file by file, against the clock. */
final class Readers {
  private final Profiles profiles;
  private final Map<String, DeliveryContract> contracts;
  private final Configuration hadoop;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private long slowest;
  private String slowestName = "";

  Readers(Profiles profiles, Map<String, DeliveryContract> contracts, Configuration hadoop) {
    this.profiles = profiles;
    this.contracts = contracts;
    this.hadoop = hadoop;
  }

  String summary() {
    return String.format(
        Locale.ROOT, "readers: %s; slowest %d ms (%s)", outcomes, slowest / 1_000_000, slowestName);
  }

  /** Reads all files of a folder; returns how many failed. */
  int read(Path drop) throws InterruptedException {
    Drop.Listing listing;
    try {
      listing = Drop.list(List.of(drop.toString()), hadoop);
    } catch (RuntimeException e) {
      return failure(drop.toString(), e);
    }
    listing.refused().forEach(r -> outcomes.merge("archive refused", 1, Integer::sum));
    int failures = 0;
    ExecutorService one = Executors.newSingleThreadExecutor(Readers::daemon);
    for (Drop.Entry entry : listing.entries()) {
      long began = System.nanoTime();
      Future<String> outcome = one.submit(() -> outcome(entry));
      try {
        outcomes.merge(outcome.get(Fuzz.SECONDS_PER_FILE, TimeUnit.SECONDS), 1, Integer::sum);
      } catch (TimeoutException e) {
        failures += failure(entry.path() + " HANGS", e);
        one = Executors.newSingleThreadExecutor(Readers::daemon);
      } catch (java.util.concurrent.ExecutionException e) {
        failures += failure(entry.path(), e.getCause());
      }
      if (System.nanoTime() - began > slowest) {
        slowest = System.nanoTime() - began;
        slowestName = entry.name();
      }
    }
    one.shutdownNow();
    return failures;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "reader");
    thread.setDaemon(true);
    return thread;
  }

  static int failure(String where, Throwable problem) {
    System.out.println("FAILURE " + where + ": " + problem);
    // The innermost cause tells most.
    for (Throwable t = problem; t != null; t = t.getCause()) {
      System.out.println("  " + t);
      Stream.of(t.getStackTrace()).limit(12).forEach(at -> System.out.println("    at " + at));
    }
    return 1;
  }

  private String outcome(Drop.Entry entry) throws IOException {
    String name = profiles.namesFor(entry.name()).stream().findFirst().orElse("");
    if (name.isEmpty()) {
      return "unclaimed";
    }
    Profile profile = profiles.byName().get(name);
    DeliveryContract contract = contracts.get(profile.contract());
    try {
      FileSource source = Place.source(entry.path(), hadoop);
      FileBytes bytes = FileBytes.of(source);
      Inspection inspection = Inspector.inspect(source, bytes, profile, contract, true);
      long rows = 0;
      Charset charset = Charset.forName(inspection.encoding());
      try (TextRows text = new TextRows(source, bytes, charset, profile, contract)) {
        while (text.hasNext()) {
          text.next();
          rows++;
        }
      }
      if (rows != inspection.rows()) {
        throw new IllegalStateException(inspection.rows() + " rows, then " + rows);
      }
      return "read";
    } catch (UnreadableFile e) {
      return e.rule();
    } catch (IOException | java.io.UncheckedIOException e) {
      return "F00 " + e.getClass().getSimpleName();
    }
  }
}
