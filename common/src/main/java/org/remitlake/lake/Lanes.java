package org.remitlake.lake;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Runs steps side by side, as many as the driver has cores, at most four: to plan a query over
 * small data takes longer than to run it, and a plan is made by one core.
 *
 * <p>After a failure no further step begins; those that have begun come to their end first, so that
 * what is committed is whole.
 */
public final class Lanes implements AutoCloseable {
  private static final int MOST = 4;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Math.min(MOST, Runtime.getRuntime().availableProcessors()), Lanes::daemon);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lane");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins a step when others have ended and a lane is free. */
  public <T> CompletableFuture<T> after(
      Collection<? extends CompletableFuture<?>> others, Supplier<T> step) {
    return CompletableFuture.allOf(others.toArray(CompletableFuture[]::new))
        .handleAsync((nothing, problem) -> unlessFailed(step), threads);
  }

  private <T> T unlessFailed(Supplier<T> step) {
    if (failure.get() != null) {
      throw new CancellationException("An earlier step failed.");
    }
    try {
      return step.get();
    } catch (Throwable t) {
      failure.compareAndSet(null, t);
      throw t;
    }
  }

  /**
   * Waits until all these steps have ended.
   *
   * @return their results, in the order of the steps
   * @throws RuntimeException the first failure of any step
   */
  public <T> List<T> results(List<CompletableFuture<T>> steps) {
    CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new))
        .handle((nothing, problem) -> null)
        .join();
    if (failure.get() instanceof Error error) {
      throw error;
    }
    if (failure.get() instanceof RuntimeException problem) {
      throw problem;
    }
    if (failure.get() != null) {
      throw new IllegalStateException("A step failed.", failure.get());
    }
    return steps.stream().map(CompletableFuture::join).toList();
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
