package org.remitlake.jobs;

import java.util.Locale;
import java.util.function.Consumer;

/** Where a job is: one line on standard error, rewritten in place on a terminal. */
final class Progress implements Consumer<String>, AutoCloseable {
  private final String job;
  private final boolean onTerminal = System.getenv("REMIT_TERMINAL") != null;
  private final long start = System.nanoTime();

  Progress(String job) {
    this.job = job;
  }

  @Override
  public void accept(String step) {
    double seconds = (System.nanoTime() - start) / 1e9;
    String line = String.format(Locale.ROOT, "[%s %4.0f s] %s", job, seconds, step);
    if (onTerminal) {
      System.err.print("\r\u001b[K" + line);
      System.err.flush();
    } else {
      System.err.println(line);
    }
  }

  /** Clears the line: what follows belongs to standard output. */
  void done() {
    close();
  }

  @Override
  public void close() {
    if (onTerminal) {
      System.err.print("\r\u001b[K");
      System.err.flush();
    }
  }
}
