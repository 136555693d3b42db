package org.remitlake.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Writes what all partners deliver for a request, and the truth about it beside. */
public final class Deliveries {
  /** One class for every kind of delivery. */
  private static final List<Delivery> KINDS =
      List.of(
          new FxDelivery(),
          new QuoteDelivery(),
          new TransferDelivery(),
          new SurveyDelivery(),
          new CorridorSurveys(),
          new PilotSurvey(),
          new RegistryDelivery(),
          new LedgerDelivery(),
          new FunnelDelivery(),
          new ProgrammeDelivery(),
          new SeriesDelivery(),
          new CreditDelivery(),
          new SupplyDelivery(),
          new ComplaintDelivery(),
          new FinanceDelivery());

  private static final int MOST_THREADS = 4;

  private Deliveries() {}

  /**
   * Writes all deliveries into a folder, and {@code _truth/}, which ingest passes over, into the
   * same.
   *
   * @throws IllegalArgumentException if the folder holds something already
   */
  public static Summary write(Request request, Path folder) {
    try {
      refuseUnlessEmpty(folder);
      Population population = Population.of(request);
      List<Callable<Report>> pieces = new ArrayList<>();
      KINDS.forEach(kind -> pieces.addAll(kind.pieces(population, folder)));
      Truth truth = new Truth(request);
      run(pieces).forEach(truth::add);
      return truth.write(folder.resolve("_truth"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a folder for deliveries.
   *
   * @throws IllegalArgumentException if it holds something already
   */
  public static void refuseUnlessEmpty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> present = Files.list(folder)) {
      if (present.findAny().isPresent()) {
        throw new IllegalArgumentException(
            folder + " is not empty. Nothing was written. Choose a new folder or empty it.");
      }
    }
  }

  /** The reports in the order of the pieces, whoever ended first. */
  private static List<Report> run(List<Callable<Report>> pieces) throws IOException {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Report> reports = new ArrayList<>();
      for (Future<Report> piece : pool.invokeAll(pieces)) {
        reports.add(piece.get());
      }
      return reports;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted; the deliveries are incomplete.", e);
    } catch (ExecutionException e) {
      throw new IOException("A delivery could not be written: " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
